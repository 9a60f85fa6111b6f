import { adminUrl } from './admin-url.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import { choosePort, rememberPort } from './server-port.js';
import { spawnServer, stopServer } from './server-process.js';
import { serverSettings } from './server-settings.js';
import { type StartPlan, handleOf } from './start-plan.js';
import { waitUntilReady } from './wait-until-ready.js';

/** A start that failed. `mayPass` tells that another try a little later may well succeed. */
interface FailedStart {
  readonly problem: string;
  readonly mayPass: boolean;
}

// Another start was faster, or sessions of a killed server are still ending.
const PASSING = /lock file "postmaster.pid" already exists|pre-existing shared memory block/;
const PORT_TAKEN = 'could not create any TCP/IP sockets';

/** Starts a server on this cluster and waits until it accepts connections. */
export async function launchServer(plan: StartPlan): Promise<EmbeddedPostgres | FailedStart> {
  const { home, binaries } = plan;
  const port = plan.port ?? (await choosePort(home.portFile));
  const server = await spawnServer(home, binaries, serverSettings(port, plan.chosen));
  const readiness = await waitUntilReady(adminUrl(port, plan.password), home.cluster, server.isRunning);
  if (readiness.state === 'ready') {
    await rememberPort(home.portFile, port);
    return handleOf(plan, { pid: server.pid, port, isRunning: server.isRunning });
  }

  const lines = server.lastLogLines();
  const reason = readiness.state === 'gone' ? 'it ended' : readiness.reason;
  if (readiness.state === 'unreachable') await stopServer(home, binaries, server.isRunning);
  return {
    problem: `PostgreSQL did not start on port ${String(port)}: ${reason}. The end of ${home.logFile}:\n${lines}`,
    mayPass: PASSING.test(lines) || (plan.port === undefined && lines.includes(PORT_TAKEN)),
  };
}
