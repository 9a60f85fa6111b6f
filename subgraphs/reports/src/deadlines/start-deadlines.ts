import type { Closable } from '@satu-pintu/service-kit';
import { PgBoss } from 'pg-boss';
import type { FileSweepParts } from '../attachments/sweep-files.js';
import { workOnFileSweeps } from '../attachments/sweep-files.job.js';
import { JOBS_SCHEMA } from './jobs-schema.js';
import type { SweepParts } from './sweep-deadlines.js';
import { workOnSweeps } from './sweep-deadlines.job.js';

/** How often the background work looks for something to do, in seconds. */
export interface Pace {
  /** Between two looks at the schedule; 1 to 45. */
  readonly schedule: number;
  /** Between two looks for a job. */
  readonly jobs: number;
  /** Between two rounds that give up dead jobs and remove old ones. */
  readonly tidying: number;
}

/** What all background work together is made with. */
export type BackgroundParts = SweepParts & FileSweepParts;

/** A sweep is due every minute, so it begins at most half a minute late. */
const PACE: Pace = { schedule: 20, jobs: 5, tidying: 60 };
const STOP_MS = 10_000;

/**
 * Starts the background work of this process. It speaks to the database as a role that can work on jobs, and can
 * neither make tables nor read reports; the sweep itself uses the connections of the service.
 */
export async function startDeadlines(
  jobsUrl: string,
  parts: BackgroundParts,
  pace: Pace = PACE,
): Promise<Closable> {
  const boss = new PgBoss({
    connectionString: jobsUrl,
    schema: JOBS_SCHEMA,
    application_name: 'satu-pintu reports jobs',
    max: 2,
    createSchema: false,
    migrate: false,
    // Rebuilding an index takes its owner; jobs are few and short-lived, so there is nothing to rebuild.
    reindex: false,
    monitorVacuum: false,
    cronMonitorIntervalSeconds: pace.schedule,
    cronWorkerIntervalSeconds: pace.jobs,
    superviseIntervalSeconds: pace.tidying,
  });
  boss.on('error', (error) => parts.logger.warn({ err: error }, 'background work met an error'));
  boss.on('warning', ({ message, data }) => parts.logger.warn({ data }, message));
  await boss.start();
  await workOnSweeps(boss, parts, pace.jobs);
  await workOnFileSweeps(boss, parts, pace.jobs);
  return { close: () => boss.stop({ timeout: STOP_MS }) };
}
