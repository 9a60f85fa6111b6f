/** Counts from 1 to one below this could point at a person and are withheld from the public (k, domain default). */
export const SMALLEST_PUBLIC_COUNT = 5;

/**
 * Which counts the public may not see. `sums` are lists of positions whose counts add up to something the public knows:
 * if one of them alone were hidden, subtraction would show it. So in every such list nothing is hidden, or at least two
 * counts that together reach the smallest public count; the next smallest ones are added until that holds everywhere.
 * Zero is shown: it speaks of no one.
 */
export function withhold(
  counts: readonly number[],
  sums: readonly (readonly number[])[],
  smallest = SMALLEST_PUBLIC_COUNT,
): readonly boolean[] {
  const hidden = counts.map((count) => isSmall(count, smallest));
  const byCount = sums.map((sum) =>
    sum.filter((at) => countAt(counts, at) > 0).sort((a, b) => countAt(counts, a) - countAt(counts, b)),
  );
  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (const sum of byCount) {
      for (let next = nextToHide(sum, counts, hidden, smallest); next !== null;) {
        hidden[next] = true;
        hasChanged = true;
        next = nextToHide(sum, counts, hidden, smallest);
      }
    }
  }
  return hidden;
}

/** Too small for the public, and not nothing. */
export function isSmall(count: number, smallest = SMALLEST_PUBLIC_COUNT): boolean {
  return count > 0 && count < smallest;
}

function nextToHide(
  sum: readonly number[],
  counts: readonly number[],
  hidden: readonly boolean[],
  smallest: number,
): number | null {
  const veiled = sum.filter((at) => hidden[at]);
  if (veiled.length === 0) return null;
  const weight = veiled.reduce((total, at) => total + countAt(counts, at), 0);
  if (veiled.length > 1 && weight >= smallest) return null;
  return sum.find((at) => !hidden[at]) ?? null;
}

function countAt(counts: readonly number[], at: number): number {
  return counts[at] ?? 0;
}
