/** Equal as kept: a row that was read again is another object with the same content. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Fails with a sentence about the service; made for being asked millions of times. */
export function must(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`It does not hold that ${sentence}.`);
}
