const SHORTEST_MS = 100;
const LONGEST_MS = 5_000;

/**
 * How long to wait before a process that died is started again: a process that had been ready comes back at once,
 * one that keeps failing before it is ready is tried at doubling distances, so that it cannot eat the machine.
 *
 * @param failedStarts deaths in a row since the process was last ready, the present one included
 */
export function restartDelayMs(failedStarts: number): number {
  return Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.max(0, failedStarts - 1));
}
