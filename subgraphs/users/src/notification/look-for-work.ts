import type { Closable } from '@satu-pintu/service-kit';

const LOOK_EVERY_MS = 2_000;

/**
 * Does what is due every two seconds, one piece after the other. Several processes may do so side by side.
 *
 * @param next does one piece; says whether there was any
 */
export function lookForWork(next: () => Promise<boolean>, onError: (error: unknown) => void): Closable {
  let isOver = false;
  let work = Promise.resolve();
  const look = (): void => {
    work = work.then(async () => {
      while (!isOver && (await next()));
    });
    work = work.catch(onError);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    async close() {
      isOver = true;
      clearInterval(timer);
      await work;
    },
  };
}
