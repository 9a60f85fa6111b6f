import { type Closable, connectTimeoutMs, type Logger } from '@satu-pintu/service-kit';
import pg from 'pg';

const POLL_MS = 1_000;
const RECONNECT_MS = 500;

/** Calls back when something may be new: at once on NOTIFY, and every second in case a NOTIFY was lost. */
export class WakeUp implements Closable {
  private readonly sleepers = new Map<string, Set<() => void>>();
  private readonly poll = setInterval(() => {
    this.wakeAll();
  }, POLL_MS);
  private client: pg.Client | null = null;
  /** Resolves when the present connection is gone. */
  private gone: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
  ) {}

  /** Connects, and from then on connects anew whenever the connection is lost. */
  async start(): Promise<void> {
    await this.connect();
    void this.keepConnected();
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

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: connectTimeoutMs(),
      keepAlive: true,
    });
    client.on('notification', ({ channel }) => {
      this.wake(channel);
    });
    client.on('error', (error) => {
      this.logger.warn({ err: error }, 'lost the connection that listens');
    });
    this.gone = new Promise((resolve) => client.once('end', resolve));
    await client.connect();
    this.client = client;
    // Closed while connecting: nobody else will end this one.
    if (this.isClosed) return client.end();
    for (const channel of this.sleepers.keys()) await this.listen(channel);
    this.wakeAll();
  }

  /** The only place that connects again, so that there is never more than one connection and one attempt. */
  private async keepConnected(): Promise<void> {
    await this.gone;
    while (!this.isClosed) {
      await this.client?.end().catch(() => undefined);
      this.client = null;
      await pause(RECONNECT_MS);
      await this.listenAgain();
    }
  }

  /** One attempt, and as long as it holds; none when everything was closed during the pause. */
  private async listenAgain(): Promise<void> {
    if (this.isClosed) return;
    try {
      await this.connect();
      await this.gone;
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot listen yet');
    }
  }

  private async listen(channel: string): Promise<void> {
    await this.client?.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  private wakeAll(): void {
    for (const channel of this.sleepers.keys()) this.wake(channel);
  }

  private wake(channel: string): void {
    for (const callback of this.sleepers.get(channel) ?? []) callback();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
