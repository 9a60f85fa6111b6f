import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Binaries } from './binaries.js';
import { runProgram, startingAs } from './run-program.js';
import type { ServerHome } from './server-home.js';
import { openLog } from './server-log.js';

const SHUTDOWN_SECONDS = 60;

/** A postmaster that was started here, ready or not. */
export interface ServerProcess {
  readonly pid: number;
  isRunning(): boolean;
}

/** Starts the server in a session of its own, so that a Ctrl-C meant for us does not end it before its clients. */
export async function spawnServer(
  home: ServerHome,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const log = openLog(home.logFile);
  try {
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(binaries.postgres, ['-D', home.cluster, ...flags], {
      ...startingAs(home.user),
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    });
    await once(child, 'spawn');
    // It may outlive us: the next start takes it over.
    child.unref();
    if (child.pid === undefined) throw new Error('The server started without a process id.');
    return { pid: child.pid, isRunning: () => child.exitCode === null && child.signalCode === null };
  } finally {
    log.close();
  }
}

/** Shuts the server of a home down and waits until it is gone; one that is not running is fine. */
export async function stopServer(
  home: ServerHome,
  binaries: Binaries,
  isRunning: () => boolean,
): Promise<void> {
  const stop = (mode: 'fast' | 'immediate') =>
    runProgram(
      binaries.pgCtl,
      ['stop', '-D', home.cluster, '-m', mode, '-w', '-t', String(SHUTDOWN_SECONDS), '-s'],
      home.user,
    );
  const fast = await stop('fast');
  if (fast.code === 0 || !isRunning()) return;
  // Loses nothing that was committed; the next start replays the log.
  const immediate = await stop('immediate');
  if (immediate.code !== 0 && isRunning()) throw new Error(`PostgreSQL does not stop: ${immediate.output}`);
}
