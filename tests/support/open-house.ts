import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './database.js';
import { untilSettled } from './settled.js';
import { STACK_VARIABLE, type StackFacts } from './stack.js';

const PATIENCE_MS = 120_000;

let house: ChildProcess | null = null;
let folder: string | null = null;

/** Jest's global setup: the whole house with its demonstration accounts, on free ports and a fresh database. */
export default async function openHouse(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'satu-pintu-house-'));
  // PostgreSQL may run as another user of the system, who must be able to walk into the folder.
  await chmod(folder, 0o755);
  house = fork(fileURLToPath(new URL('house.js', import.meta.url)), [folder]);
  const facts = await Promise.race([factsFrom(house), failureOf(house, folder)]);
  await letSettle(facts);
  process.env[STACK_VARIABLE] = JSON.stringify(facts);
}

/** Stops the house; with `SATU_PINTU_KEEP_HOUSE` its folder stays, logs and database included. */
export async function closeHouse(): Promise<void> {
  if (house?.connected) {
    const gone = once(house, 'exit');
    house.disconnect();
    await gone;
  }
  if (folder === null) return;
  if (process.env.SATU_PINTU_KEEP_HOUSE) process.stdout.write(`The house lies in ${folder}\n`);
  else await rm(folder, { recursive: true, force: true });
}

async function factsFrom(child: ChildProcess): Promise<StackFacts> {
  const [facts] = (await once(child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [
    StackFacts,
  ];
  return facts;
}

async function failureOf(child: ChildProcess, dataFolder: string): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  const log = await readFile(join(dataFolder, 'launcher.log'), 'utf8').catch(() => 'no log');
  throw new Error(`The house did not open (code ${code ?? 'none'}):\n${log}`);
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
