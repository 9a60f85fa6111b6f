/** Fails with a sentence about the service; made for being asked millions of times. */
export function must(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`It does not hold that ${sentence}.`);
}
