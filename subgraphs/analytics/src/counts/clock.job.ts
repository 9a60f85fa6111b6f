import type { Clock } from '@satu-pintu/domain-kit';
import { type Closable, inTransaction, type Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { publishWhenDue } from '../open-data/publish-counts.command.js';
import { advanceLateness } from '../projection/advance-lateness.command.js';
import { announceCounters, lockCounters } from '../projection/counters.js';

const EVERY_MS = 10_000;

/** What time alone changes: reports become overdue, and the public numbers grow old. */
export interface ClockWork {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly publicRefreshSeconds: number;
}

/** One round; any number of processes may do it, one at a time. */
export async function followTime({ database, clock, publicRefreshSeconds }: ClockWork): Promise<void> {
  await inTransaction(database, async (tx) => {
    await lockCounters(tx);
    const now = clock.now();
    if (await advanceLateness(tx, now)) await announceCounters(tx);
    await publishWhenDue(tx, now, publicRefreshSeconds);
  });
}

/** Follows time every ten seconds; a round that fails is logged and the next one makes up for it. */
export function startClockJob(work: ClockWork, logger: Logger): Closable {
  let round = Promise.resolve();
  const timer = setInterval(() => {
    round = round
      .then(() => followTime(work))
      .catch((error: unknown) => {
        logger.error({ err: error }, 'could not follow time, tries again');
      });
  }, EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await round;
    },
  };
}
