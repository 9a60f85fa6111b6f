import { PgBoss } from 'pg-boss';
import { FILE_SWEEP, FILE_SWEEP_QUEUE } from '../attachments/sweep-files.job.js';
import { JOBS_SCHEMA } from './jobs-schema.js';
import { SWEEP, SWEEP_QUEUE } from './sweep-deadlines.job.js';

const QUEUES = [
  [SWEEP, SWEEP_QUEUE],
  [FILE_SWEEP, FILE_SWEEP_QUEUE],
] as const;

/** Brings the tables of background work up to date, and the queues with them. Safe to repeat. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 1,
    // The schema and its roles come from whoever prepares the database.
    createSchema: false,
    migrate: true,
    schedule: false,
    supervise: false,
  });
  const failures: unknown[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  try {
    for (const [name, queue] of QUEUES) {
      await boss.createQueue(name, queue);
      await boss.updateQueue(name, withoutPolicy(queue));
    }
  } finally {
    await boss.stop({ timeout: 1_000 });
  }
  if (failures.length > 0)
    throw new AggregateError(failures, 'The tables of background work are not complete.');
}

/** The policy of a queue is for life; everything else follows the code. */
function withoutPolicy({
  policy: _forLife,
  ...rest
}: typeof SWEEP_QUEUE): Omit<typeof SWEEP_QUEUE, 'policy'> {
  return rest;
}
