import { migrateEventLog } from '@satu-pintu/events';
import { createTestDatabase, MovableClock, type TestDatabase } from '@satu-pintu/test-kit';
import { loadDemoOfficers } from '../../src/demo/load-demo-officers.command.js';
import { loadHierarchy } from '../../src/hierarchy/load-hierarchy.command.js';
import { readFacts } from '../../src/hierarchy/read-facts.js';
import { agenciesDatabase } from '../../src/persistence/database.js';
import { migrateAgencies } from '../../src/persistence/migrate-agencies.js';

const SCHEMAS = ['event_log', 'reports', 'agencies', 'users', 'analytics'];

/** The day on which the tests take place. */
export const TODAY = '2026-08-18T03:00:00Z';

/** A database with the tables and nothing in them. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createTestDatabase({ name: 'agencies_empty', schemas: SCHEMAS, migrate });
}

/** A database with the whole hierarchy and the demo officers. */
export function loadedDatabase(): Promise<TestDatabase> {
  return createTestDatabase({
    name: 'agencies_loaded',
    schemas: SCHEMAS,
    async migrate(template) {
      await migrate(template);
      const database = await agenciesDatabase({ url: template.ownerUrl('agencies') }).initialize();
      const clock = new MovableClock(TODAY);
      await loadHierarchy(database, await readFacts(), clock);
      await loadDemoOfficers(database, clock);
      await database.destroy();
    },
  });
}

async function migrate(database: TestDatabase): Promise<void> {
  await migrateAgencies(database.ownerUrl('agencies'));
  await migrateEventLog(database.ownerUrl('event_log'));
}
