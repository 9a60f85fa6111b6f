import type { PgBoss } from 'pg-boss';
import { sweepSuccessions } from '../succession/sweep-successions.js';
import { releaseLeftAlone } from '../duplicates/release-left-alone.js';
import { type SweepParts, sweepDeadlines } from './sweep-deadlines.js';

/** Queue and schedule of the sweep. */
export const SWEEP = 'deadlines.sweep';

/** One sweep waits or runs at a time, in all processes together; one that dies is given up after so long. */
export const SWEEP_QUEUE = {
  policy: 'exclusive',
  expireInSeconds: 300,
  // The next minute brings the next sweep, and that one finds whatever this one left.
  retryLimit: 0,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 3_600,
} as const;

const EVERY_MINUTE = '* * * * *';

/** Has the sweep done in this process, and sees to it that it is due every minute, whoever does it then. */
export async function workOnSweeps(boss: PgBoss, parts: SweepParts, pollingSeconds: number): Promise<void> {
  await boss.work(SWEEP, { pollingIntervalSeconds: pollingSeconds }, async () => {
    try {
      const summary = await sweepDeadlines(parts);
      await releaseLeftAlone(parts);
      await sweepSuccessions(parts);
      return summary;
    } catch (error) {
      // pg-boss keeps the error with the job, where nobody looks.
      parts.logger.error({ err: error }, 'a sweep of deadlines was broken off');
      throw error;
    }
  });
  await boss.schedule(SWEEP, EVERY_MINUTE, null, { tz: 'UTC', singletonKey: SWEEP });
}
