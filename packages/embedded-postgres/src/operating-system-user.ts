import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Account that runs the server; without ids it is the account of this process. */
export interface OperatingSystemUser {
  readonly name: string;
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/** PostgreSQL refuses to run as root, so root lends it one of these accounts, the first that exists. */
const UNPRIVILEGED_ACCOUNTS = ['postgres', 'nobody'];

/** Whether this process runs as root. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * The account for a cluster: the owner of an existing one, else an unprivileged one. Throws when root finds
 * neither `postgres` nor `nobody` in /etc/passwd.
 */
export function userForCluster(clusterFolder: string): OperatingSystemUser {
  if (!isRoot()) return { name: 'the current user' };
  return ownerOf(clusterFolder) ?? unprivilegedUser(readFileSync('/etc/passwd', 'utf8'));
}

/** The first unprivileged account that an /etc/passwd text names. */
export function unprivilegedUser(passwd: string): OperatingSystemUser {
  const entries = passwd.split('\n').map((line) => line.split(':'));
  for (const name of UNPRIVILEGED_ACCOUNTS) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry) return { name, ids: { uid: Number(entry[2]), gid: Number(entry[3]) } };
  }
  throw new Error(
    `PostgreSQL does not run as root, and /etc/passwd has none of: ${UNPRIVILEGED_ACCOUNTS.join(', ')}. ` +
      'Create one of these accounts, or start as an ordinary user.',
  );
}

function ownerOf(clusterFolder: string): OperatingSystemUser | undefined {
  const version = statSync(join(clusterFolder, 'PG_VERSION'), { throwIfNoEntry: false });
  if (!version || version.uid === 0) return undefined;
  return { name: `uid ${String(version.uid)}`, ids: { uid: version.uid, gid: version.gid } };
}
