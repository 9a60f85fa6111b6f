/** Runs one phase of the start and tells how long it took; a start that was given up begins no other. */
export type Phase = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function timePhases(log: (line: string) => void, signal: AbortSignal): Phase {
  return async (name, work) => {
    signal.throwIfAborted();
    const since = performance.now();
    const result = await work();
    log(`${name.padEnd(12)} ${secondsSince(since)}`);
    return result;
  };
}

/** Seconds since an instant of `performance.now()`, as an operator reads them: `1.3 s`. */
export function secondsSince(since: number): string {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
