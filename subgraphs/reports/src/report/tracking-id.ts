import { randomInt } from 'node:crypto';

/** Damm's quasigroup of order 10: finds every single wrong digit and every swap of neighbours (H. M. Damm, 2004). */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const satisfies readonly (readonly number[])[];

/**
 * A public number of ten digits, the last a check digit. Random, so it tells nothing of how many reports there are;
 * it proves nothing either, and opens only what the viewer may see anyway.
 */
export function newTrackingId(): string {
  return trackingIdOf(randomInt(100_000_000, 1_000_000_000));
}

/** The tracking id of a number of nine digits. */
export function trackingIdOf(number: number): string {
  const digits = String(number);
  return `${digits}${String(checkDigit(digits))}`;
}

/** Is this a tracking id that we can have given out? A mistyped one is told apart without a look-up. */
export function isTrackingId(text: string): boolean {
  return /^\d{10}$/.test(text) && checkDigit(text) === 0;
}

function checkDigit(digits: string): number {
  return Array.from(digits).reduce((interim, digit) => DAMM[interim]?.[Number(digit)] ?? 0, 0);
}
