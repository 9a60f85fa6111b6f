import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MS = 60_000;
const POLL_MS = 25;
const CANNOT_CONNECT_NOW = '57P03';

/**
 * Waits until the server answers a query. `gone` when its process ends first, `silent` when it has been out of
 * reach for a minute; a server that says it is still starting, as in crash recovery, is waited for.
 */
export async function waitUntilReady(
  url: string,
  isRunning: () => boolean,
): Promise<'ready' | 'gone' | 'silent'> {
  let deadline = Date.now() + PATIENCE_MS;
  while (isRunning()) {
    const answer = await ask(url);
    if (answer === 'ready') return 'ready';
    if (answer === 'starting') deadline = Date.now() + PATIENCE_MS;
    if (Date.now() > deadline) return 'silent';
    await delay(POLL_MS);
  }
  return 'gone';
}

async function ask(url: string): Promise<'ready' | 'starting' | 'silent'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) return 'silent';
    if (error.code === CANNOT_CONNECT_NOW) return 'starting';
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
