/** Where commands learn the present moment. Rules never hold one; they receive `now` as an argument. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. Only `main.ts` files make one. */
export const systemClock: Clock = { now: () => new Date() };
