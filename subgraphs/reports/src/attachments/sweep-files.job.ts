import type { PgBoss } from 'pg-boss';
import { type FileSweepParts, sweepFiles } from './sweep-files.js';

/** Queue and schedule of the sweep of files. */
export const FILE_SWEEP = 'attachments.sweep';

/** Like the sweep of deadlines: one at a time in all processes together, and the next one finds what this one left. */
export const FILE_SWEEP_QUEUE = {
  policy: 'exclusive',
  expireInSeconds: 300,
  retryLimit: 0,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 3_600,
} as const;

const EVERY_TEN_MINUTES = '*/10 * * * *';

export async function workOnFileSweeps(
  boss: PgBoss,
  parts: FileSweepParts,
  pollingSeconds: number,
): Promise<void> {
  await boss.work(FILE_SWEEP, { pollingIntervalSeconds: pollingSeconds }, async () => {
    try {
      return await sweepFiles(parts);
    } catch (error) {
      parts.logger.error({ err: error }, 'a sweep of files was broken off');
      throw error;
    }
  });
  await boss.schedule(FILE_SWEEP, EVERY_TEN_MINUTES, null, { tz: 'UTC', singletonKey: FILE_SWEEP });
}
