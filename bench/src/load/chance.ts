import { createHash } from 'node:crypto';

/** Chance that repeats itself: the same seed draws the same numbers on every machine (xoshiro128**, Blackman and Vigna). */
export class Chance {
  private readonly state: Uint32Array;

  constructor(readonly seed: string) {
    const digest = createHash('sha256').update(seed).digest();
    this.state = Uint32Array.from([0, 4, 8, 12], (offset) => digest.readUInt32LE(offset));
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    let [a = 0, b = 0, c = 0, d = 0] = this.state;
    const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    this.state.set([a, b, c, d]);
    return drawn / 2 ** 32;
  }

  happens(probability: number): boolean {
    return this.share() < probability;
  }

  /** A whole number between two others, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  oneOf<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[Math.floor(this.share() * choices.length)];
    if (choice === undefined) throw new Error('There is nothing to choose from.');
    return choice;
  }
}

/** Choices of which some come more often than others. */
export class Weighted<Choice> {
  private readonly sums: Float64Array;
  private readonly total: number;

  constructor(
    private readonly choices: readonly Choice[],
    weightOf: (choice: Choice) => number,
  ) {
    let total = 0;
    this.sums = Float64Array.from(choices, (choice) => (total += weightOf(choice)));
    this.total = total;
  }

  draw(chance: Chance): Choice {
    const place = chance.share() * this.total;
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sums[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    const choice = this.choices[low];
    if (choice === undefined) throw new Error('There is nothing to choose from.');
    return choice;
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
