import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { isAlive } from './postmaster-pid-file.js';

/** How the names of folders begin in which a cluster is being made; the process id of the maker follows. */
export const UNFINISHED = 'initializing-';

// Far longer than initdb takes; in a container the id of a dead maker is soon that of somebody else.
const SURELY_ABANDONED_MS = 10 * 60_000;

/** Removes what interrupted starts left behind, but not what another start is making right now. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(folder, name);
    const maker = Number.parseInt(name.slice(UNFINISHED.length), 10);
    if (isAlive(maker) && !(await isOld(path))) continue;
    // An orphaned initdb may still be writing here; what it leaves goes at the next start.
    await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

async function isOld(path: string): Promise<boolean> {
  const modified = await stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  );
  return Date.now() - modified > SURELY_ABANDONED_MS;
}
