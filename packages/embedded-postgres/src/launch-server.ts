import { choosePort } from './choose-port.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import { writePrivateFile } from './private-file.js';
import { lastLogLines } from './server-log.js';
import { spawnServer, stopServer } from './server-process.js';
import { serverSettings } from './server-settings.js';
import { type StartPlan, handleOf } from './start-plan.js';
import { adminUrl } from './superuser-password.js';
import { waitUntilReady } from './wait-until-ready.js';

/** A start that failed. `mayPass` tells that another try a little later may well succeed. */
export interface FailedStart {
  readonly problem: string;
  readonly mayPass: boolean;
}

// Another start was faster, or sessions of a killed server are still ending.
const PASSING = /lock file "postmaster.pid" already exists|pre-existing shared memory block/;
const PORT_TAKEN = /could not create any TCP\/IP sockets/;

/** Starts a server on this cluster and waits until it accepts connections. */
export async function launchServer(plan: StartPlan): Promise<EmbeddedPostgres | FailedStart> {
  const { home, binaries } = plan;
  const port = plan.port ?? (await choosePort(home.portFile));
  const server = await spawnServer(home, binaries, serverSettings(port, plan.chosen));
  const state = await waitUntilReady(adminUrl(port, plan.password), server.isRunning);
  if (state === 'ready') {
    await writePrivateFile(home.portFile, String(port));
    return handleOf(plan, { pid: server.pid, port, isRunning: server.isRunning });
  }

  if (state === 'silent') await stopServer(home, binaries, server.isRunning);
  const lines = lastLogLines(home.logFile);
  return {
    problem: `PostgreSQL did not start on port ${String(port)}. The end of ${home.logFile}:\n${lines}`,
    mayPass: PASSING.test(lines) || (plan.port === undefined && PORT_TAKEN.test(lines)),
  };
}
