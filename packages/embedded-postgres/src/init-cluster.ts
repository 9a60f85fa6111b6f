import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Binaries } from './binaries.js';
import { syncFolder, writePrivateFile } from './durable-files.js';
import type { OperatingSystemUser } from './operating-system-user.js';
import { runProgram } from './run-program.js';
import type { ServerHome } from './server-home.js';
import { UNFINISHED, removeUnfinished } from './unfinished-clusters.js';

const MAJOR_VERSION = '18';

/**
 * Makes the cluster, with a random password for its superuser `postgres`, unless it is there. Throws when the
 * one that is there is of another major version.
 */
export async function ensureCluster(
  home: ServerHome,
  binaries: Binaries,
  options: { readonly durable: boolean; readonly log: (line: string) => void },
): Promise<void> {
  await removeUnfinished(home.folder);
  if (existsSync(home.serverFolder)) return checkVersion(home.cluster);

  options.log(`creating a database cluster in ${home.folder}`);
  // Made aside and renamed when whole: an initdb killed half way leaves nothing that looks like a cluster.
  const unfinished = await mkdtemp(join(home.folder, `${UNFINISHED}${String(process.pid)}-`));
  try {
    await runInitdb(unfinished, home.user, binaries, options.durable);
    await syncFolder(unfinished);
    await rename(unfinished, home.serverFolder);
    await syncFolder(home.folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start may have finished first; its cluster serves as well.
    if (!existsSync(home.serverFolder)) throw error;
  }
}

async function runInitdb(
  folder: string,
  user: OperatingSystemUser,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  const passwordFile = join(folder, 'superuser-password');
  await writePrivateFile(passwordFile, randomBytes(24).toString('base64url'));
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
      ...(durable ? [] : ['--no-sync']),
    ],
    user,
  );
  if (code !== 0) throw new Error(`initdb failed in ${folder}:\n${output}`);
}

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(`${cluster} was made by PostgreSQL ${version}; this is PostgreSQL ${MAJOR_VERSION}.`);
}
