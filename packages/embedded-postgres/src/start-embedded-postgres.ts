import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { prepareBinaries } from './binaries.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';
import { ensureCluster } from './init-cluster.js';
import { launchServer } from './launch-server.js';
import { settleHome } from './server-home.js';
import { takeServerOver } from './take-server-over.js';

const ATTEMPTS = 10;
const PAUSE_MS = 500;

/**
 * Starts PostgreSQL on 127.0.0.1, or takes over the server that an earlier start left running in the same data
 * folder, and resolves when it accepts connections. Throws, with the last lines of the server's log, when it
 * does not come up. Encoding UTF8, collation C.UTF-8 of the built-in provider, time zone UTC.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, port, durable = true, maxConnections = 100, log = () => undefined } = options;
  const home = await settleHome(dataFolder, log);
  const binaries = await prepareBinaries(home.user, log);
  await ensureCluster(home, binaries, { durable, log });
  const password = await readFile(home.passwordFile, 'utf8');

  const plan = { home, binaries, password, port, chosen: { durable, maxConnections }, log };
  for (let attempt = 1; ; attempt += 1) {
    const server = (await takeServerOver(plan)) ?? (await launchServer(plan));
    if (!('problem' in server)) return server;
    if (!server.mayPass || attempt === ATTEMPTS) throw new Error(server.problem);
    await delay(PAUSE_MS);
  }
}
