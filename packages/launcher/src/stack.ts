import type { Environment } from './processes/environment-of.js';
import type { ProcessName } from './processes/process-name.js';

/** How the house is to be started. */
export interface StackOptions {
  /** Absolute path of the folder that holds the cluster, development secrets and logs; made when missing. */
  readonly dataFolder: string;
  /** `fixed`: 4000 to 4004, the gateway's movable with `PORT`. `free`: whatever is free, for tests. */
  readonly ports: 'fixed' | 'free';
  /** `accounts`: demonstration officers and accounts; `all`: reports as well. Ignored in production. */
  readonly demo: 'none' | 'accounts' | 'all';
  /** Told, line by line, how the start goes, and later what falls and comes back. */
  readonly log: (line: string) => void;
  /**
   * Settings from outside, as in `docs/operations/running.md`: `NODE_ENV`, `DATABASE_URL`, `PORT`, `SATU_PINTU_*` …
   * Default: none, that is development on an embedded server, whatever the environment of this process says.
   */
  readonly environment?: NodeJS.ProcessEnv;
  /** False gives up safety against power failure, for tests. Default true. */
  readonly durable?: boolean;
  /** Gives the start up; what was started by then is stopped before the promise rejects. */
  readonly signal?: AbortSignal;
}

/** The house, answering. */
export interface RunningStack {
  /** Where clients send GraphQL: `http://127.0.0.1:<port>/graphql`; WebSocket at the same path. */
  readonly gatewayUrl: string;
  /** Admin URL of the database server; for looking in, never for a process. */
  readonly adminDatabaseUrl: string;
  /** Resolves when the demonstration reports are there, at once when none were asked for; rejects when they failed. */
  readonly demoReports: Promise<void>;
  /** GraphQL endpoint of one process; a subgraph answers only what the gateway has signed. */
  urlOf(name: ProcessName): string;
  /** Process id; null between two lives, and for a database server that is not ours. */
  pidOf(name: ProcessName | 'postgres'): number | null;
  /** What a process was told; holds its secrets, so keep it out of logs. */
  environmentOf(name: ProcessName): Environment;
  /** Stops the gateway, the subgraphs and the embedded server, in this order. Safe to call more than once. */
  stop(): Promise<void>;
}
