import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import type { Closable } from '@satu-pintu/service-kit';
import { Exchange } from './exchange.js';
import { isReset, SubgraphAway } from './failures.js';

const CONNECTIONS = 50;
const CONNECT_MS = 500;
const DEADLINE_MS = 2_000;
/** Requests under way and waiting; more would only wait in vain. */
const MOST_AT_ONCE = CONNECTIONS + 128;
const RETRY_PAUSE_MS = { least: 20, most: 100 };

/** One request's content. */
export interface Letter {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether asking twice does no harm: true for queries, never for mutations. */
  readonly isRepeatable: boolean;
}

/** Open connections to one subgraph, reused, bounded in number and in time. */
export class SubgraphConnection implements Closable {
  private readonly pool: Pool;
  private readonly path: string;
  private underWay = 0;

  constructor(url: string) {
    const { origin, pathname } = new URL(url);
    this.path = pathname;
    this.pool = new Pool(origin, {
      connections: CONNECTIONS,
      pipelining: 1,
      connect: { timeout: CONNECT_MS },
      keepAliveTimeout: 30_000,
      headersTimeout: 0, // the exchange keeps its own deadline over all of it
      bodyTimeout: 0,
    });
  }

  /** The body of the answer, within 2 s in all; a query whose connection was reset is asked once more. */
  async send(letter: Letter): Promise<string> {
    if (this.underWay >= MOST_AT_ONCE) throw new SubgraphAway('too many requests wait');
    this.underWay++;
    const deadline = performance.now() + DEADLINE_MS;
    try {
      return await this.sendOrRetry(letter, deadline);
    } finally {
      this.underWay--;
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async sendOrRetry(letter: Letter, deadline: number): Promise<string> {
    const first = this.exchange(letter, deadline);
    try {
      return await first.answer;
    } catch (error) {
      if (!letter.isRepeatable || first.hasBegun || !isReset(error)) throw error;
      await pause(RETRY_PAUSE_MS.least + Math.random() * (RETRY_PAUSE_MS.most - RETRY_PAUSE_MS.least));
      return this.exchange(letter, deadline).answer;
    }
  }

  private exchange({ body, headers }: Letter, deadline: number): Exchange {
    const exchange = new Exchange(Math.max(1, deadline - performance.now()));
    this.pool.dispatch({ path: this.path, method: 'POST', body, headers }, exchange);
    return exchange;
  }
}
