import pg from 'pg';

import { adminUrl } from './admin-url.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import { disownPidFile, isAlive, isServerOf, readPidFile } from './postmaster-pid-file.js';
import { stopServer } from './server-process.js';
import { type StartPlan, handleOf } from './start-plan.js';
import { waitUntilReady } from './wait-until-ready.js';

/**
 * Takes over a server that runs on this cluster because its starter was killed. Undefined when there is none,
 * or when it ran with other settings than those asked for, in which case it has been stopped.
 */
export async function takeServerOver(plan: StartPlan): Promise<EmbeddedPostgres | undefined> {
  const { cluster } = plan.home;
  const found = readPidFile(cluster);
  if (!found) return undefined;
  if (!isServerOf(cluster, found.pid)) {
    if (isAlive(found.pid)) disownPidFile(cluster);
    return undefined;
  }

  const isRunning = () => isServerOf(cluster, found.pid);
  const url = adminUrl(found.port, plan.password);
  const { state } = await waitUntilReady(url, cluster, isRunning);
  if (state === 'gone') return undefined;
  if (state === 'ready' && (await runsAsPlanned(url, plan))) {
    plan.log(`taking over the PostgreSQL that runs on port ${String(found.port)}`);
    return handleOf(plan, { ...found, isRunning });
  }
  plan.log(`restarting the PostgreSQL that runs on port ${String(found.port)}`);
  await stopServer(plan.home, plan.binaries, isRunning);
  return undefined;
}

async function runsAsPlanned(url: string, plan: StartPlan): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ port: string; fsync: string; max_connections: string }>(
      `select current_setting('port') as port, current_setting('fsync') as fsync,
              current_setting('max_connections') as max_connections`,
    );
    const [running] = rows;
    return (
      running?.fsync === (plan.chosen.durable ? 'on' : 'off') &&
      running.max_connections === String(plan.chosen.maxConnections) &&
      (plan.port === undefined || running.port === String(plan.port))
    );
  } finally {
    await client.end();
  }
}
