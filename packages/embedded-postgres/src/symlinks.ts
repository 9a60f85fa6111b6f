import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { errorCode } from './error-code.js';

/** One line of `native/pg-symlinks.json`; both paths are relative to the package and in the same folder. */
interface Symlink {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the symbolic links that an npm package cannot carry (libpq.so.5 and the like), where missing.
 * False when the package folder cannot be written to and some are missing.
 */
export async function completeSymlinks(packageFolder: string): Promise<boolean> {
  for (const { source, target } of await readSymlinks(packageFolder)) {
    const link = join(packageFolder, target);
    if (await exists(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      // Another start may have made it in the meantime.
      if (!(await exists(link))) {
        if (isWriteRefused(error)) return false;
        throw error;
      }
    }
  }
  return true;
}

async function readSymlinks(packageFolder: string): Promise<readonly Symlink[]> {
  return JSON.parse(await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')) as Symlink[];
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function isWriteRefused(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '');
}
