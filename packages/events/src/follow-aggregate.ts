import { isAfter, type PlacedEvent, type Position } from './domain-event.js';
import type { OutboxTail } from './outbox-tail.js';

/** From where on: after an event that was heard before, or after the version that the listener has seen. */
export type Since = { readonly position: Position } | { readonly version: number };

/**
 * Every event of one aggregate as it comes, after first what was missed since a position: in order, each once, none
 * lost between the two. Listens from the moment it is called. `return()` ends it at once, also while it waits.
 */
export function followAggregate(
  tail: OutboxTail,
  aggregateId: string,
  since: Since,
): AsyncIterableIterator<PlacedEvent> {
  const ending = new AbortController();
  const arrivals = new Arrivals(ending.signal);
  // Listen before reading what was missed: an event between the two arrives twice and is dropped once.
  const stop = tail.listen(aggregateId, (event) => arrivals.push(event));
  const events = follow(tail, aggregateId, since, arrivals);
  return {
    next: () => events.next(),
    return: () => {
      stop();
      ending.abort();
      return events.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* follow(
  tail: OutboxTail,
  aggregateId: string,
  since: Since,
  arrivals: Arrivals,
): AsyncGenerator<PlacedEvent, void, undefined> {
  const after = 'position' in since ? since.position : null;
  const known = 'version' in since ? since.version : 0;
  let last = after;
  for await (const event of missedThenLive(tail, aggregateId, after, arrivals)) {
    // The tail may read late what was committed, and seen, before anybody listened.
    if (event.version <= known || (last && !isAfter(event.position, last))) continue;
    last = event.position;
    yield event;
  }
}

async function* missedThenLive(
  tail: OutboxTail,
  aggregateId: string,
  after: Position | null,
  arrivals: Arrivals,
): AsyncGenerator<PlacedEvent, void, undefined> {
  for (let last = after; last;) {
    const missed = await tail.readMissed(aggregateId, last);
    yield* missed;
    last = missed.at(-1)?.position ?? null;
  }
  while (await arrivals.wait()) yield* arrivals.take();
}

/** Events that have come and are not read yet. */
class Arrivals {
  private waiting: PlacedEvent[] = [];
  private wake: () => void = () => undefined;

  constructor(private readonly ending: AbortSignal) {
    ending.addEventListener('abort', () => this.wake(), { once: true });
  }

  push(event: PlacedEvent): void {
    this.waiting.push(event);
    this.wake();
  }

  take(): readonly PlacedEvent[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }

  /** True once something is here, false at the end. */
  async wait(): Promise<boolean> {
    if (this.waiting.length === 0 && !this.ending.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return !this.ending.aborted;
  }
}
