import type { SweepParts } from '../deadlines/sweep-deadlines.js';
import { unlessTimeStandsStill } from '../deadlines/stand-still.js';
import { SucceedHolder } from './succeed-holder.command.js';
import { findLeftReports, forgetDone } from './succession.query.js';

/** How many change hands in one sweep; the next one goes on. */
const BATCH = 500;

/** Takes open reports from agencies that have ended or stand empty to their successors, one act each. */
export async function sweepSuccessions({ logger, ...parts }: SweepParts): Promise<number> {
  const succeed = new SucceedHolder(parts);
  let changedHands = 0;
  await unlessTimeStandsStill(parts.database, async () => {
    for (const { id } of await findLeftReports(parts.database.manager, BATCH)) {
      try {
        if ((await succeed.execute(id)).ok) changedHands += 1;
      } catch (error) {
        logger.error({ err: error, reportId: id }, 'could not give a report to the successor of its holder');
      }
    }
    await forgetDone(parts.database.manager);
  });
  if (changedHands > 0) logger.info({ changedHands }, 'reports went over to successors of their holders');
  return changedHands;
}
