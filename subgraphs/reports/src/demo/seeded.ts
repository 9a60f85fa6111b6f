import { createHash } from 'node:crypto';

/** A share from 0 up to, not including, 1: evenly spread over rows, and always the same for one row and purpose. */
export function seededShare(rowId: string, purpose: string): number {
  return createHash('sha256').update(`${purpose}:${rowId}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** A number between two others. */
export function seededBetween(
  rowId: string,
  purpose: string,
  [least, most]: readonly [number, number],
): number {
  return least + seededShare(rowId, purpose) * (most - least);
}

/** One of some choices; the list is never empty. */
export function seededChoice<Choice>(
  rowId: string,
  purpose: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  return choices[Math.floor(seededShare(rowId, purpose) * choices.length)] ?? choices[0];
}
