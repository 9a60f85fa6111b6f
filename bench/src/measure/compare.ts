import { Client } from './client.js';
import type { ServerProcess } from './server-process.js';
import { median, quantile } from './statistics.js';

/** How much is asked. */
export interface Effort {
  /** Requests to each server before anything is measured, so that its hot code is compiled. */
  readonly warmUp: number;
  /** Rounds of each server, in turns. */
  readonly rounds: number;
  /** Requests per round. */
  readonly requests: number;
  /** Requests under way at once. */
  readonly concurrency: number;
}

/** What one server spent on one question. */
export interface Spent {
  /** CPU milliseconds per request: the median of the rounds. */
  readonly cpuMs: number;
  /** Time until the answer was there, in milliseconds, over all rounds. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Two servers, side by side. */
export interface Comparison {
  readonly ours: Spent;
  readonly theirs: Spent;
  /** How many times our CPU time theirs is, in each round. */
  readonly ratios: readonly number[];
}

/** Asks both servers the same in turns: whatever else the machine does meets both. */
export async function compare(
  query: string,
  servers: { readonly ours: ServerProcess; readonly theirs: ServerProcess },
  effort: Effort,
): Promise<Comparison> {
  const ours = new Runner(servers.ours, query, effort);
  const theirs = new Runner(servers.theirs, query, effort);
  await ours.warmUp();
  await theirs.warmUp();
  const ratios: number[] = [];
  for (let round = 0; round < effort.rounds; round++) {
    const [first, second] = round % 2 === 0 ? [ours, theirs] : [theirs, ours];
    await first.run();
    await second.run();
    ratios.push(theirs.last / ours.last);
  }
  return { ours: ours.finish(), theirs: theirs.finish(), ratios };
}

class Runner {
  private readonly client: Client;
  private readonly perRequest: number[] = [];
  private readonly durations: number[] = [];

  constructor(
    private readonly server: ServerProcess,
    query: string,
    private readonly effort: Effort,
  ) {
    this.client = new Client(server.port, query, effort.concurrency);
  }

  /** CPU milliseconds per request in the last round. */
  get last(): number {
    return this.perRequest.at(-1) ?? NaN;
  }

  async warmUp(): Promise<void> {
    await this.client.askOften(this.effort.warmUp);
  }

  async run(): Promise<void> {
    const before = await this.server.cpuMs();
    this.durations.push(...(await this.client.askOften(this.effort.requests)));
    this.perRequest.push(((await this.server.cpuMs()) - before) / this.effort.requests);
  }

  finish(): Spent {
    this.client.close();
    const { durations } = this;
    return {
      cpuMs: median(this.perRequest),
      p50Ms: median(durations),
      p99Ms: quantile(durations, 0.99),
    };
  }
}
