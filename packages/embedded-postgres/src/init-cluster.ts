import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Binaries } from './binaries.js';
import type { OperatingSystemUser } from './operating-system-user.js';
import { syncFolder } from './private-file.js';
import { isAlive } from './postmaster-pid-file.js';
import { runProgram } from './run-program.js';
import type { ServerHome } from './server-home.js';

const MAJOR_VERSION = '18';
const UNFINISHED = 'initializing-';

/** Makes the cluster unless it is there. Throws when the one that is there is of another major version. */
export async function ensureCluster(
  home: ServerHome,
  binaries: Binaries,
  options: { readonly password: string; readonly durable: boolean; readonly log: (line: string) => void },
): Promise<void> {
  await removeUnfinished(home.folder);
  if (existsSync(home.cluster)) return checkVersion(home.cluster);

  options.log(`creating a database cluster in ${home.folder}`);
  // Made aside and renamed when whole: an initdb killed half way leaves nothing that looks like a cluster.
  const unfinished = join(home.folder, `${UNFINISHED}${String(process.pid)}`);
  await mkdir(unfinished, { mode: 0o700 });
  try {
    await runInitdb(unfinished, home.user, binaries, options);
    await rename(join(unfinished, 'cluster'), home.cluster);
    await syncFolder(home.folder);
  } catch (error) {
    // Another start may have finished first; its cluster has the same password, so it serves as well.
    if (!existsSync(home.cluster)) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function runInitdb(
  folder: string,
  user: OperatingSystemUser,
  binaries: Binaries,
  options: { readonly password: string; readonly durable: boolean },
): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (user.ids) {
    await chown(passwordFile, user.ids.uid, user.ids.gid);
    await chown(folder, user.ids.uid, user.ids.gid);
  }
  const { code, output } = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${join(folder, 'cluster')}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in provider sorts the same on every machine, so indexes survive an upgrade of its libraries.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
      ...(options.durable ? [] : ['--no-sync']),
    ],
    user,
  );
  if (code !== 0) throw new Error(`initdb failed in ${folder}:\n${output}`);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED) || isAlive(Number(name.slice(UNFINISHED.length)))) continue;
    // An orphaned initdb may still be writing here; what it leaves goes at the next start.
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(`${cluster} was made by PostgreSQL ${version}; this is PostgreSQL ${MAJOR_VERSION}.`);
}
