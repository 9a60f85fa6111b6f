import { createDataSource, createLogger } from '@satu-pintu/service-kit';
import { composeCommandParts } from '../../src/composition.js';
import { type SweepParts, type SweepSummary, sweepDeadlines } from '../../src/deadlines/sweep-deadlines.js';
import { REPORTS_ENTITIES } from '../../src/persistence/migrate-reports.js';
import type { ReportsService } from './reports-service.js';

/** Sweeps by hand, with the clock of the test and the rights of the running service. */
export interface Sweeper {
  readonly parts: SweepParts;
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
  const parts = { ...commandParts, logger: createLogger('test', 'fatal') };
  return { parts, sweep: () => sweepDeadlines(parts), close: () => database.destroy() };
}
