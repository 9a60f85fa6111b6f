import { createDataSource, createLogger } from '@satu-pintu/service-kit';
import { composeCommandParts } from '../../src/composition.js';
import type { BackgroundParts } from '../../src/deadlines/start-deadlines.js';
import { type SweepSummary, sweepDeadlines } from '../../src/deadlines/sweep-deadlines.js';
import { REPORTS_ENTITIES } from '../../src/persistence/migrate-reports.js';
import { openFileStore } from '../../src/files/file-store.js';
import { Quarantine } from '../../src/uploads/quarantine.js';
import type { ReportsService } from './reports-service.js';

/** Sweeps by hand, with the clock of the test and the rights of the running service. */
export interface Sweeper {
  readonly parts: BackgroundParts;
  sweep(): Promise<SweepSummary>;
  close(): Promise<void>;
}

export async function createSweeper({ config, clock }: ReportsService): Promise<Sweeper> {
  const database = createDataSource({
    url: config.databaseUrl,
    schema: 'reports',
    entities: REPORTS_ENTITIES,
    poolSize: 4,
  });
  await database.initialize();
  const commandParts = await composeCommandParts(database, config.secrets, clock);
  const parts = {
    ...commandParts,
    logger: createLogger('test', 'fatal'),
    files: await openFileStore(config.files.store),
    quarantine: new Quarantine(config.files.quarantine),
  };
  return { parts, sweep: () => sweepDeadlines(parts), close: () => database.destroy() };
}
