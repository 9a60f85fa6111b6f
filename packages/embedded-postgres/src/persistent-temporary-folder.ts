import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// /var/tmp outlives a reboot and is open to every account; /tmp often is neither.
const CANDIDATES = ['/var/tmp', tmpdir()];

/**
 * A folder of our own below the temporary folder: every account may pass through it, only we may write to it.
 * Throws when somebody else made a folder of that name, since whoever owns it could swap what we put there.
 */
export function persistentTemporaryFolder(): string {
  const parent = CANDIDATES.find(isFolder) ?? tmpdir();
  const uid = process.geteuid?.() ?? 0;
  const folder = join(parent, `satu-pintu-postgres-${String(uid)}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) {
    throw new Error(`${folder} belongs to somebody else; remove it, then start again.`);
  }
  chmodSync(folder, 0o711);
  return folder;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
