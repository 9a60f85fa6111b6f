import type { WakeUp } from '@satu-pintu/events';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { COUNTS_CHANNEL } from '../projection/counters.js';

/** What may change: the live counters, or the published numbers. */
export type CountsTopic = 'live' | 'published';

const READ_STATE = 'select revision as live, published_at::text as published from counting';

type CountsState = Readonly<Record<CountsTopic, string>>;

/**
 * Tells this process's subscriptions that numbers have changed. Each wake-up asks one row for the whole process, so
 * that listeners cost the database nothing while nothing happens.
 */
export class CountsFeed implements Closable {
  private readonly listeners: Readonly<Record<CountsTopic, Set<() => void>>> = {
    live: new Set(),
    published: new Set(),
  };
  private state: CountsState | null = null;
  private round: Promise<void> | null = null;
  private isWanted = false;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly database: DataSource,
    private readonly wakeUp: WakeUp,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.stopListening = await this.wakeUp.on(COUNTS_CHANNEL, () => this.look());
  }

  /** Calls back after each later change; returns how to end it. */
  listen(topic: CountsTopic, listener: () => void): () => void {
    this.listeners[topic].add(listener);
    return () => {
      this.listeners[topic].delete(listener);
    };
  }

  async close(): Promise<void> {
    this.stopListening();
    this.isWanted = false;
    await this.round;
  }

  /** A wake-up during a look is answered by one more look, never by two at once. */
  private look(): void {
    this.isWanted = true;
    this.round ??= this.lookWhileWanted().finally(() => {
      this.round = null;
    });
  }

  private async lookWhileWanted(): Promise<void> {
    while (this.isWanted) {
      this.isWanted = false;
      try {
        await this.tellWhatChanged();
      } catch (error) {
        this.logger.warn({ err: error }, 'could not look for new counts, the next wake-up will');
      }
    }
  }

  private async tellWhatChanged(): Promise<void> {
    const [state] = await this.database.query<CountsState[]>(READ_STATE);
    const before = this.state;
    if (!state) return;
    this.state = state;
    for (const topic of ['live', 'published'] as const) {
      // Before the first look nothing is known to be unchanged.
      if (before?.[topic] !== state[topic]) for (const listener of this.listeners[topic]) listener();
    }
  }
}
