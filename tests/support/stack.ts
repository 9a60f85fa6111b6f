import type { ProcessName } from '@satu-pintu/launcher';

/** Environment variable in which test files find the running house. */
export const STACK_VARIABLE = 'SATU_PINTU_TEST_HOUSE';

export type DatabaseUser = Exclude<ProcessName, 'gateway'>;

/** What stays the same while the house runs. */
export interface StackFacts {
  /** Where clients send GraphQL, over HTTP and WebSocket. */
  readonly gatewayUrl: string;
  /** The house's database as an administrator sees it. */
  readonly databaseUrl: string;
  /** GraphQL endpoint of each process. */
  readonly urls: Readonly<Record<ProcessName, string>>;
  /** The database as each subgraph sees it. */
  readonly roleUrls: Readonly<Record<DatabaseUser, string>>;
  /** Where the house keeps what is not code; commands of operators find it there. */
  readonly dataFolder: string;
  /** Tells the process ids of this moment. */
  readonly pidsUrl: string;
}

/** As whom the house is known at the identity provider of staff, which runs beside it. */
export const STAFF_CLIENT = {
  clientId: 'satu-pintu',
  clientSecret: 'rahasia-penyedia-identitas-yang-panjang',
  redirectUri: 'http://127.0.0.1:4000/masuk',
} as const;

/** Process ids; null between two lives. */
export type LivePids = Readonly<Record<ProcessName | 'postgres', number | null>>;

/** The house that all test files share. */
export const stack: StackFacts = JSON.parse(process.env[STACK_VARIABLE] ?? 'null') as StackFacts;

/** Process id at this moment. */
export async function pidOf(name: ProcessName | 'postgres'): Promise<number | null> {
  const pids = (await (await fetch(stack.pidsUrl)).json()) as LivePids;
  return pids[name];
}
