import type { Closable, Logger } from '@satu-pintu/service-kit';

const PAUSE_AFTER_FAILURE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Repeats one piece of work, never twice at once: a wake-up during the work starts it once more afterwards, a
 * failure is logged and tried again after a growing pause.
 */
export class WorkerLoop implements Closable {
  private running: Promise<void> | null = null;
  private isWanted = false;
  private isClosed = false;
  private failures = 0;

  /** @param work one round; says whether there may be more to do right away */
  constructor(
    private readonly name: string,
    private readonly work: () => Promise<boolean>,
    private readonly logger: Logger,
  ) {}

  wake(): void {
    this.isWanted = true;
    if (this.isClosed || this.running) return;
    this.running = this.run().finally(() => {
      this.running = null;
      if (this.isWanted) this.wake();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.isWanted = false;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isWanted && !this.isClosed) {
      this.isWanted = false;
      try {
        this.isWanted = (await this.work()) || this.isWanted;
        this.failures = 0;
      } catch (error) {
        this.failures += 1;
        this.logger.error(
          { err: error, worker: this.name, failures: this.failures },
          'worker failed, tries again',
        );
        await pause(Math.min(LONGEST_PAUSE_MS, PAUSE_AFTER_FAILURE_MS * this.failures));
        this.isWanted = true;
      }
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
