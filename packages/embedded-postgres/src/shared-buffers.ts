import { totalmem } from 'node:os';

const MEGABYTE = 2 ** 20;
/** What PostgreSQL takes by itself. */
const LEAST_MB = 128;
const MOST_MB = 8_192;
/** A quarter is usual where the server has a machine of its own; here the house lives on it too. */
const SHARE = 8;

/**
 * How much of its tables a server that is to last keeps in memory, as PostgreSQL writes it. Only pages that were read
 * take room. A container's limit counts as the machine's memory.
 */
export function sharedBuffers(memoryBytes = memoryOfThisMachine()): string {
  const share = Math.floor(memoryBytes / SHARE / MEGABYTE);
  return `${String(Math.min(MOST_MB, Math.max(LEAST_MB, share)))}MB`;
}

/** Without a limit, Node tells 0 or a number beyond any memory. */
function memoryOfThisMachine(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
