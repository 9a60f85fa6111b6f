import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { persistentTemporaryFolder } from './persistent-temporary-folder.js';
import { completeSymlinks } from './symlinks.js';

/** Copies the binaries (about 60 MB) once per version to where every account can run them; gives the folder. */
export async function copyToCache(packageFolder: string, log: (line: string) => void): Promise<string> {
  const cache = join(
    persistentTemporaryFolder(),
    `${basename(packageFolder)}-${await versionOf(packageFolder)}`,
  );
  if (existsSync(cache)) return cache;

  log(`copying PostgreSQL to ${cache}, where the account that runs it can reach it`);
  // Copied aside and renamed: an interrupted copy must never be taken for a whole one.
  const copying = await mkdtemp(`${cache}.copying-`);
  try {
    await cp(join(packageFolder, 'native'), join(copying, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await completeSymlinks(copying);
    await openToEveryone(copying);
    await rename(copying, cache);
  } catch (error) {
    await rm(copying, { recursive: true, force: true });
    if (!existsSync(cache)) throw error;
  }
  return cache;
}

async function versionOf(packageFolder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToEveryone(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
