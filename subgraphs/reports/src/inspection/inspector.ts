import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Logger } from '@satu-pintu/service-kit';
import { INSPECTION_MS } from './limits.js';
import type { Verdict } from './verdict.js';

/** Looks into files that strangers have sent. */
export interface Inspector {
  /** Judges the file at `source` and, when it is good, writes it anew to `target`, in the same folder. */
  inspect(source: string, target: string): Promise<Verdict>;
}

const { resolve } = createRequire(import.meta.url);

/** `dist/src` of this workspace: a process is started from built files, also where a test runs the sources. */
const BUILT = dirname(resolve('@satu-pintu/reports'));

/** All that the process may read beside its file; the folder of the project may hold the secrets of development. */
const READABLE = [
  BUILT,
  join(BUILT, '..', '..', 'package.json'),
  dirname(dirname(resolve('sharp'))).replace(/node_modules.*$/, 'node_modules'),
  '/usr/bin/ldd', // tells which C library the machine has
];

/**
 * Inspects each file in a process of its own, with an empty environment, no network, no other process, and no file
 * but this one: what a decoder can be made to do happens there. A process that takes too long is ended.
 */
export function createInspector(logger: Logger): Inspector {
  return {
    inspect: (source, target) =>
      new Promise((settle) => {
        const options = {
          env: {},
          cwd: dirname(source),
          timeout: INSPECTION_MS,
          killSignal: 'SIGKILL',
        } as const;
        execFile(process.execPath, argumentsFor(source, target), options, (error, stdout, stderr) => {
          if (!error) {
            settle(JSON.parse(stdout) as Verdict);
            return;
          }
          logger.warn({ signal: error.signal, status: error.code, stderr }, 'an inspection came to no end');
          settle({ ok: false, refusal: error.killed === true ? 'FileTooDemanding' : 'FileUnreadable' });
        });
      }),
  };
}

function argumentsFor(source: string, target: string): readonly string[] {
  const folder = dirname(source);
  return [
    '--permission',
    '--allow-addons',
    '--allow-worker',
    ...[...READABLE, folder].map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${folder}`,
    '--no-warnings',
    join(BUILT, 'inspection', 'inspect-file.js'),
    source,
    target,
  ];
}
