import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { EmbeddedPostgres } from '@satu-pintu/embedded-postgres';
import { errorCode } from '../error-code.js';
import { secondsSince } from '../progress.js';
import { restartDelayMs } from './back-off.rules.js';

const WATCH_MS = 200;

/** A server that is started again when it dies, on the same port. */
export interface KeptPostgres {
  readonly adminUrl: string;
  /** Process id of the postmaster that was last seen running. */
  readonly pid: number;
  /** Ends the watch and the server, in this order. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL and watches it. It is no child of ours when an earlier start left it running, so it is looked
 * for by its process id rather than waited for.
 *
 * @param start starts the server, or takes it over; on the given port when there is one
 */
export async function keepPostgres(
  start: (port?: number) => Promise<EmbeddedPostgres>,
  notice: (line: string) => void,
): Promise<KeptPostgres> {
  let server = await start();
  const stopping = new AbortController();
  const watch = async (): Promise<void> => {
    while (await pause(WATCH_MS, stopping.signal)) {
      if (isRunning(server.pid)) continue;
      notice('PostgreSQL ended; starting it again');
      const restarted = await restart(() => start(server.port), stopping.signal, notice);
      if (restarted) server = restarted;
    }
  };
  const watching = watch();
  return {
    adminUrl: server.adminUrl,
    get pid() {
      return server.pid;
    },
    async stop() {
      stopping.abort();
      await watching;
      await server.stop();
    },
  };
}

async function restart(
  start: () => Promise<EmbeddedPostgres>,
  signal: AbortSignal,
  notice: (line: string) => void,
): Promise<EmbeddedPostgres | null> {
  const since = performance.now();
  for (let attempt = 1; await pause(restartDelayMs(attempt), signal); attempt += 1) {
    try {
      const server = await start();
      notice(`PostgreSQL is back after ${secondsSince(since)}`);
      return server;
    } catch (error) {
      notice(`PostgreSQL did not start: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return null;
}

/** False as soon as the signal says so. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return delay(ms, true, { signal }).catch(() => false);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return process.platform !== 'linux' || !isUnreaped(pid);
}

// In a container without an init nobody reaps a dead server that was taken over; it has no command line any more.
function isUnreaped(pid: number): boolean {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8') === '';
  } catch {
    return true;
  }
}
