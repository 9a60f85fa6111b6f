import { createDataSource } from '@satu-pintu/service-kit';
import { CreateEventLog1763700000000 } from './1763700000000-create-event-log.js';

/** Brings the `event_log` schema up to date. The subgraphs' app roles must exist: they are granted their part of it. */
export async function migrateEventLog(ownerUrl: string): Promise<void> {
  const database = createDataSource({
    url: ownerUrl,
    schema: 'event_log',
    entities: [],
    migrations: [CreateEventLog1763700000000],
    poolSize: 1,
  });
  await database.initialize();
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
}
