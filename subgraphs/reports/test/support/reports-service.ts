import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateEventLog } from '@satu-pintu/events';
import { createDataSource, createLogger } from '@satu-pintu/service-kit';
import {
  type Caller,
  createTestDatabase,
  gatewayCaller,
  MovableClock,
  type TestDatabase,
} from '@satu-pintu/test-kit';
import type { DataSource } from 'typeorm';
import { composeReports, type RunningReports } from '../../src/composition.js';
import type { ReportsConfig } from '../../src/config.js';
import { migrateJobs } from '../../src/deadlines/migrate-jobs.js';
import { migrateReports, REPORTS_ENTITIES } from '../../src/persistence/migrate-reports.js';
import { plantTree } from './small-tree.js';

/** A Friday noon in Jakarta, without holidays near. */
export const FRIDAY = '2026-07-10T05:00:00Z';

/** The real subgraph on a fresh database, with a clock that a test moves. */
export interface ReportsService {
  readonly ask: Caller;
  readonly clock: MovableClock;
  /** As the owner: to look behind the door. */
  readonly database: DataSource;
  readonly ownerUrl: string;
  /** As the agencies subgraph reaches the event log. */
  readonly agenciesUrl: string;
  /** As background work reaches its own schema. */
  readonly jobsUrl: string;
  readonly config: ReportsConfig;
  readonly port: number;
  close(): Promise<void>;
}

export async function createReportsDatabase(): Promise<TestDatabase> {
  return createTestDatabase({
    name: 'reports',
    schemas: ['event_log', 'reports', 'reports_jobs', 'agencies', 'users', 'analytics'],
    async migrate(database) {
      await migrateEventLog(database.ownerUrl('event_log'));
      await migrateReports(database.ownerUrl('reports'));
      await migrateJobs(database.ownerUrl('reports_jobs'));
    },
  });
}

export async function startReports(): Promise<ReportsService> {
  const testDatabase = await createReportsDatabase();
  const database = createDataSource({
    url: testDatabase.ownerUrl('reports'),
    schema: 'reports',
    entities: REPORTS_ENTITIES,
    poolSize: 2,
  });
  await database.initialize();
  await plantTree(database);
  const clock = new MovableClock(FRIDAY);
  const filesFolder = await mkdtemp(join(tmpdir(), 'satu-pintu-files-'));
  const config = configFor(testDatabase, filesFolder);
  const running: RunningReports = await composeReports({
    config,
    clock,
    logger: createLogger('test', 'fatal'),
  });
  return {
    ask: gatewayCaller('reports', running.port, config.secrets.viewerKey, () => clock.now()),
    clock,
    database,
    ownerUrl: testDatabase.ownerUrl('reports'),
    agenciesUrl: testDatabase.appUrl('agencies'),
    jobsUrl: testDatabase.appUrl('reports_jobs'),
    config,
    port: running.port,
    async close() {
      await running.close();
      await database.destroy();
      await testDatabase.drop();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}

function configFor(database: TestDatabase, filesFolder: string): ReportsConfig {
  const key = (): string => randomBytes(32).toString('base64url');
  return {
    port: 0,
    databaseUrl: database.appUrl('reports'),
    eventLogUrl: database.appUrl('reports'),
    jobsDatabaseUrl: null,
    files: {
      quarantine: join(filesFolder, 'quarantine'),
      store: { kind: 'FOLDER', folder: join(filesFolder, 'kept') },
    },
    secrets: { viewerKey: key(), handleKey: key(), cursorKey: key(), accessCodeKey: key(), filesKey: key() },
  };
}
