import type { SweepParts } from '../deadlines/sweep-deadlines.js';
import { unlessTimeStandsStill } from '../deadlines/stand-still.js';
import { ReleaseMerged } from './release-merged.command.js';
import { findLeftAlone } from './merge.store.js';

/** How many are released by one sweep; the next one goes on. */
const BATCH = 200;

/**
 * Lets go of reports whose case has ended without an answer, one act in one transaction each. One reporter taking a
 * report back never ends the matter of another.
 */
export async function releaseLeftAlone({ logger, ...parts }: SweepParts): Promise<number> {
  const release = new ReleaseMerged(parts);
  let released = 0;
  await unlessTimeStandsStill(parts.database, async () => {
    for (const { id, leadState } of await findLeftAlone(parts.database.manager, BATCH)) {
      try {
        if ((await release.execute(id, leadState)).ok) released += 1;
      } catch (error) {
        logger.error({ err: error, reportId: id }, 'could not let a merged report go on by itself');
      }
    }
  });
  return released;
}
