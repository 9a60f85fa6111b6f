import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Environment } from '../processes/environment-of.js';
import type { ProcessLog } from '../supervision/process-log.js';

export interface FiniteProcess {
  readonly name: string;
  /** Absolute path of the script that Node runs. */
  readonly script: string;
  readonly environment: Environment;
  readonly log: ProcessLog;
  /** Ends the process when the start is given up. */
  readonly signal: AbortSignal;
}

/** Runs a script that ends by itself, a migration for example; throws with its last words when it fails. */
export async function runToEnd({ name, script, environment, log, signal }: FiniteProcess): Promise<void> {
  try {
    if (!existsSync(script)) throw new Error(`${name}: ${script} is missing; run "npm run build".`);
    const child = spawn(process.execPath, ['--enable-source-maps', script], {
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    log.record(child);
    const [code, ended] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    if (code === 0) return;
    const how = ended ?? `code ${String(code)}`;
    throw new Error(`${name} failed (${how}); see ${log.path}\n${log.lastComplaints()}`);
  } finally {
    await log.close();
  }
}
