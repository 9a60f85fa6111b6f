import type { CountsFeed, CountsTopic } from './counts-feed.js';
import type { ReportCounts } from './counts.type.js';

/** Shortest time between two answers: at most four a second. */
const PAUSE_MS = 250;

/** What is followed: how to read it for this viewer now, and which news may change it. */
export interface Followed {
  readonly feed: CountsFeed;
  readonly topic: CountsTopic;
  readonly read: () => Promise<ReportCounts | null>;
}

/**
 * The numbers at once, then after each change of what this viewer may see, at most four times a second: changes in
 * between are told together. `return()` ends it at once, also while it waits.
 */
export function followCounts(followed: Followed): AsyncIterableIterator<ReportCounts> {
  const ending = new AbortController();
  const answers = follow(followed, ending.signal);
  return {
    next: () => answers.next(),
    return: () => {
      ending.abort();
      return answers.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* follow(
  { feed, topic, read }: Followed,
  ending: AbortSignal,
): AsyncGenerator<ReportCounts, void, undefined> {
  const news = new News(ending);
  // Listen before reading: a change between the two is told again rather than missed.
  const stop = feed.listen(topic, () => news.come());
  try {
    let told = '';
    do {
      const counts = await read();
      if (counts && numbersOf(counts) !== told) {
        told = numbersOf(counts);
        yield counts;
      }
      await news.pause(PAUSE_MS);
    } while (await news.wait());
  } finally {
    stop();
  }
}

/** All that the viewer sees but the instant, which passes without any change. */
function numbersOf({ asOf: _asOf, ...numbers }: ReportCounts): string {
  return JSON.stringify(numbers);
}

/** Whether something new has come since it was last asked. */
class News {
  private isHere = false;
  private wake: () => void = () => undefined;

  constructor(private readonly ending: AbortSignal) {
    ending.addEventListener('abort', () => this.wake(), { once: true });
  }

  come(): void {
    this.isHere = true;
    this.wake();
  }

  /** Passes the time, unless the end comes first. */
  async pause(ms: number): Promise<void> {
    if (this.ending.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      const { ending } = this;
      ending.addEventListener('abort', done, { once: true });
      function done(): void {
        clearTimeout(timer);
        ending.removeEventListener('abort', done);
        resolve();
      }
    });
  }

  /** True once something is here, false at the end. */
  async wait(): Promise<boolean> {
    if (!this.isHere && !this.ending.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    this.isHere = false;
    return !this.ending.aborted;
  }
}
