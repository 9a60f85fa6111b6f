import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './database.js';
import { untilSettled } from './settled.js';
import { STACK_VARIABLE, type StackFacts } from './stack.js';

const PATIENCE_MS = 120_000;

let house: ChildProcess | null = null;

/** Jest's global setup: the whole house with its demonstration accounts, on free ports and a fresh database. */
export default async function openHouse(): Promise<void> {
  house = fork(fileURLToPath(new URL('house.js', import.meta.url)));
  const facts = await Promise.race([factsFrom(house), failureOf(house)]);
  await letSettle(facts);
  process.env[STACK_VARIABLE] = JSON.stringify(facts);
}

/** Stops the house. */
export async function closeHouse(): Promise<void> {
  if (!house?.connected) return;
  const gone = once(house, 'exit');
  house.disconnect();
  await gone;
}

async function factsFrom(child: ChildProcess): Promise<StackFacts> {
  const [facts] = (await once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [
    StackFacts,
  ];
  return facts;
}

async function failureOf(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error('The house did not open; what it said stands above.');
}

/** Ready means that each subgraph answers; settled, that each has heard what the others loaded. */
async function letSettle({ databaseUrl }: StackFacts): Promise<void> {
  const database = openDatabase(databaseUrl);
  try {
    await untilSettled(database, 60_000);
  } finally {
    await database.close();
  }
}
