import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stack } from './stack.js';

const VERIFY = join(
  dirname(createRequire(import.meta.url).resolve('@satu-pintu/analytics')),
  'verify-audit.js',
);

/** What `npm run audit:verify` does: its exit code, and its one line. */
export async function verifyAudit(
  ...options: readonly string[]
): Promise<{ readonly code: number; readonly line: string }> {
  const child = spawn(process.execPath, [VERIFY, ...options], {
    env: { ...process.env, DATABASE_URL: stack.roleUrls.analytics },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await text(child.stdout);
  return {
    code: child.exitCode ?? (await new Promise((end) => child.once('close', end))),
    line: line.trim(),
  };
}
