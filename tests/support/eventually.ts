import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 50;

/** Repeats a check until it passes; throws its last complaint when it has not in time. For what events carry. */
export async function eventually<Result>(check: () => Promise<Result>, patienceMs = 10_000): Promise<Result> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(POLL_MS);
    }
  }
}
