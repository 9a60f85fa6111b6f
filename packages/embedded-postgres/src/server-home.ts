import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

import { type OperatingSystemUser, isRoot, userForCluster } from './operating-system-user.js';
import { persistentTemporaryFolder } from './persistent-temporary-folder.js';
import { runProgram } from './run-program.js';

/** Where one server keeps everything it has, and the account it runs as. */
export interface ServerHome {
  readonly folder: string;
  /** Holds the cluster and its password; appears at once, with both in it. */
  readonly serverFolder: string;
  /** PGDATA. */
  readonly cluster: string;
  readonly passwordFile: string;
  /** What the server writes to its standard streams. */
  readonly logFile: string;
  readonly portFile: string;
  readonly user: OperatingSystemUser;
}

/** Chooses and makes the folder of a server: the one asked for, or a stand-in that its account can reach. */
export async function settleHome(dataFolder: string, log: (line: string) => void): Promise<ServerHome> {
  if (!isAbsolute(dataFolder))
    throw new Error(`The data folder must be an absolute path, not "${dataFolder}".`);
  mkdirSync(dataFolder, { recursive: true });
  const asked = homeIn(realpathSync(dataFolder));
  if (!isRoot() || existsSync(asked.serverFolder)) return asked;

  const standIn = standInFor(asked.folder);
  // A cluster that once moved stays where it is, even if the folder asked for has become reachable since.
  if (!existsSync(standIn) && (await canEnter(asked.folder, asked.user))) return asked;

  mkdirSync(standIn, { recursive: true });
  chmodSync(standIn, 0o711);
  log(`user ${asked.user.name} cannot reach ${asked.folder}; the data is kept in ${standIn}`);
  return homeIn(standIn);
}

/** The folder that stands in for one that the server's account cannot reach; the same at every start. */
export function standInFor(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(persistentTemporaryFolder(), `data-${digest}`);
}

function homeIn(folder: string): ServerHome {
  const serverFolder = join(folder, 'server');
  const cluster = join(serverFolder, 'cluster');
  return {
    folder,
    serverFolder,
    cluster,
    passwordFile: join(serverFolder, 'superuser-password'),
    logFile: join(folder, 'server.log'),
    portFile: join(folder, 'port'),
    user: userForCluster(cluster),
  };
}

// Asking the kernel beats reading mode bits: access lists and mount options count too.
async function canEnter(folder: string, user: OperatingSystemUser): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], user)).code === 0;
}
