import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

import type { Binaries } from './binaries.js';
import { runProgram, startingAs } from './run-program.js';
import type { ServerHome } from './server-home.js';
import { openLog } from './server-log.js';

const SHUTDOWN_SECONDS = 60;
const POLL_MS = 10;
const POLLS_AFTER_SHUTDOWN = 500;

/** A postmaster that was started here, ready or not. */
interface ServerProcess {
  readonly pid: number;
  readonly isRunning: () => boolean;
  /** The end of what it wrote to its log. */
  readonly lastLogLines: () => string;
}

/** Starts the server in a session of its own, so that a Ctrl-C meant for us does not end it before its clients. */
export async function spawnServer(
  home: ServerHome,
  binaries: Binaries,
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const log = openLog(home.logFile, home.user);
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
    return {
      pid: child.pid,
      isRunning: () => child.exitCode === null && child.signalCode === null,
      lastLogLines: log.lastLines,
    };
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
  // "Immediate" loses nothing that was committed; the next start replays the log.
  for (const mode of ['fast', 'immediate']) {
    const ending = await runProgram(
      binaries.pgCtl,
      ['stop', '-D', home.cluster, '-m', mode, '-w', '-t', String(SHUTDOWN_SECONDS), '-s'],
      home.user,
    );
    if (ending.code === 0 ? await hasEnded(isRunning) : !isRunning()) return;
    if (mode === 'immediate') throw new Error(`PostgreSQL does not stop: ${ending.output}`);
  }
}

// The shutdown is reported a moment before the process is gone.
async function hasEnded(isRunning: () => boolean): Promise<boolean> {
  for (let poll = 0; poll < POLLS_AFTER_SHUTDOWN; poll += 1) {
    if (!isRunning()) return true;
    await delay(POLL_MS);
  }
  return false;
}
