import type { ChildProcess } from 'node:child_process';

/** What passes between the bench and a process that it started. */
interface Told {
  readonly question: string;
  readonly value: number;
}

/** In the started process: answers one question of the bench, each time it is asked. */
export function tellWhenAsked(question: string, read: () => number): void {
  process.on('message', (asked) => {
    if (asked === question) process.send?.({ question, value: read() } satisfies Told);
  });
}

/** In the bench: asks a started process. */
export function ask(child: ChildProcess, question: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      child.off('message', listen).off('exit', fail);
    };
    const listen = (message: unknown): void => {
      const told = message as Told;
      if (told.question !== question) return;
      settle();
      resolve(told.value);
    };
    const fail = (): void => {
      settle();
      reject(new Error('The process ended before it answered.'));
    };
    child.on('message', listen).on('exit', fail);
    child.send(question);
  });
}
