import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The program built from starter.ts. */
const STARTER = join(process.cwd(), 'dist', 'test', 'starter.js');

/** Another process that starts a server in the folder, in a process group of its own. */
export function spawnStarter(dataFolder: string, ids: { uid?: number; gid?: number } = {}): ChildProcess {
  return spawn(process.execPath, [STARTER, dataFolder], {
    ...ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What the starter says once its server is ready. Throws when it ends before. */
export async function readyServerOf(
  starter: ChildProcess,
): Promise<{ pid: number; port: number; adminUrl: string }> {
  if (!starter.stdout) throw new Error('The starter has no output.');
  for await (const line of createInterface({ input: starter.stdout })) {
    return JSON.parse(line) as { pid: number; port: number; adminUrl: string };
  }
  throw new Error('The starter ended before its server was ready.');
}

/** Sends a signal to the starter and everything in its process group, as a terminal does, and sees it end. */
export async function endGroup(starter: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (starter.pid === undefined) throw new Error('The starter never ran.');
  const ended = once(starter, 'exit');
  process.kill(-starter.pid, signal);
  await ended;
}
