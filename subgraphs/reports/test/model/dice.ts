/** Choices that one number makes: the same number chooses the same, so a history can be lived again. */
export class Dice {
  constructor(private state: number) {}

  /** A number from 0 on, below the limit (mulberry32). */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  /** One of some things. */
  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** The same things, beginning somewhere else. */
  turned<Item>(items: readonly Item[]): readonly Item[] {
    const start = items.length === 0 ? 0 : this.below(items.length);
    return [...items.slice(start), ...items.slice(0, start)];
  }
}
