/** Lets so many work at once, so many wait, and turns the rest away. */
export class Turns {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Whether nobody else may even wait. */
  get isFull(): boolean {
    return this.working >= this.atOnce && this.waiting.length >= this.mostWaiting;
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.working >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.working += 1;
    try {
      return await work();
    } finally {
      this.working -= 1;
      this.waiting.shift()?.();
    }
  }
}
