import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { errorCode } from './error-code.js';

/** What a running server, or one that died, says of itself in `postmaster.pid`. */
interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that the pid file of a cluster names, running or not. Undefined without a (whole) pid file. */
export function readPidFile(cluster: string): Postmaster | undefined {
  const lines = pidFileLines(cluster);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** Whether a process is the server of this cluster, rather than a later process with a recycled id. */
export function isServerOf(cluster: string, pid: number): boolean {
  return isAlive(pid) && commandLineOf(pid).includes(`-D ${cluster} `);
}

/** Whether a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Lets a new server start although the pid file names a living process that is not a server of this cluster.
 * A server ignores its own parent, us, in that place. The other lines stay: by the shared memory key in them
 * it still notices orphaned sessions of the old server, which deleting the file would hide.
 */
export function disownPidFile(cluster: string): void {
  const lines = pidFileLines(cluster);
  writeFileSync(pidFilePath(cluster), [String(process.pid), ...lines.slice(1)].join('\n'));
}

function pidFilePath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

function pidFileLines(cluster: string): readonly string[] {
  try {
    return readFileSync(pidFilePath(cluster), 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

// Empty for a dead process that nobody has reaped yet, as happens in containers without an init.
function commandLineOf(pid: number): string {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
