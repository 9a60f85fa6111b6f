import { spawn } from 'node:child_process';

import type { OperatingSystemUser } from './operating-system-user.js';

/** How a program ended. `code` is null after a signal; `output` is what it wrote to both streams. */
interface Ending {
  readonly code: number | null;
  readonly output: string;
}

/** What every program of the server is started with, whoever runs it. */
export function startingAs(user: OperatingSystemUser) {
  return {
    ...user.ids,
    // The folder we stand in may be closed to that account, and PostgreSQL insists on knowing where it is.
    cwd: '/',
    // No PGDATA, PGPORT or locale of the caller may reach the server; C keeps its messages in English.
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
  };
}

/** Runs a program to its end. A program that cannot be started counts as ended with code null. */
export function runProgram(
  program: string,
  args: readonly string[],
  user: OperatingSystemUser,
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...startingAs(user), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => {
      resolve({ code: null, output: error.message });
    });
    child.once('close', (code) => {
      resolve({ code, output: output.trim() });
    });
  });
}
