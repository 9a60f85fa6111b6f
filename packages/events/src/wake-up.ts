import type { Closable, Logger } from '@satu-pintu/service-kit';
import pg from 'pg';

const POLL_MS = 1_000;
const RECONNECT_MS = 500;

/** Calls back when something may be new: at once on NOTIFY, and every second in case a NOTIFY was lost. */
export class WakeUp implements Closable {
  private readonly sleepers = new Map<string, Set<() => void>>();
  private readonly poll = setInterval(() => this.wakeAll(), POLL_MS);
  private client: pg.Client | null = null;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    client.on('notification', ({ channel }) => this.wake(channel));
    client.on('error', (error) => this.logger.warn({ err: error }, 'lost the connection that listens'));
    client.on('end', () => this.reconnectLater());
    await client.connect();
    this.client = client;
    for (const channel of this.sleepers.keys()) await this.listen(channel);
    this.wakeAll();
  }

  /** Registers a callback for one channel; returns how to end it. */
  async on(channel: string, callback: () => void): Promise<() => void> {
    const callbacks = this.sleepers.get(channel) ?? new Set();
    const isNew = callbacks.size === 0;
    callbacks.add(callback);
    this.sleepers.set(channel, callbacks);
    if (isNew) await this.listen(channel);
    return () => callbacks.delete(callback);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.poll);
    await this.client?.end();
  }

  private async listen(channel: string): Promise<void> {
    await this.client?.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  private reconnectLater(): void {
    this.client = null;
    if (this.isClosed) return;
    setTimeout(() => {
      if (!this.isClosed) this.start().catch(() => this.reconnectLater());
    }, RECONNECT_MS);
  }

  private wakeAll(): void {
    for (const channel of this.sleepers.keys()) this.wake(channel);
  }

  private wake(channel: string): void {
    for (const callback of this.sleepers.get(channel) ?? []) callback();
  }
}
