import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MS = 60_000;
const PATIENCE_WHEN_REFUSED_MS = 5_000;
const POLL_MS = 25;
const CANNOT_CONNECT_NOW = '57P03';

/** How the wait ended: it answers; its process ended; or it runs and does not answer, for the reason given. */
type Readiness =
  | { readonly state: 'ready' }
  | { readonly state: 'gone' }
  | { readonly state: 'unreachable'; readonly reason: string };

type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'silent'; readonly reason: string };

/**
 * Waits until the server of this cluster, and no other that may hold its port, answers a query. A server that
 * says it is still starting, as in crash recovery, is waited for without limit.
 */
export async function waitUntilReady(
  url: string,
  cluster: string,
  isRunning: () => boolean,
): Promise<Readiness> {
  let deadline = Date.now() + PATIENCE_MS;
  while (isRunning()) {
    const answer = await ask(url, cluster);
    if (answer.kind === 'ready') return { state: 'ready' };
    if (answer.kind === 'starting') deadline = Date.now() + PATIENCE_MS;
    else if (Date.now() > deadline) return { state: 'unreachable', reason: answer.reason };
    // Another server on this port makes ours end in a moment; otherwise a refusal stays one.
    if (answer.kind === 'refused') deadline = Math.min(deadline, Date.now() + PATIENCE_WHEN_REFUSED_MS);
    await delay(POLL_MS);
  }
  return { state: 'gone' };
}

async function ask(url: string, cluster: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    if (rows[0]?.folder === cluster) return { kind: 'ready' };
    return { kind: 'refused', reason: 'another PostgreSQL server answers on this port' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof pg.DatabaseError)) return { kind: 'silent', reason };
    return error.code === CANNOT_CONNECT_NOW ? { kind: 'starting' } : { kind: 'refused', reason };
  } finally {
    await client.end().catch(() => undefined);
  }
}
