import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { writePrivateFile } from './private-file.js';
import type { ServerHome } from './server-home.js';

/**
 * The password of the superuser `postgres`, made at random before the cluster is. Throws when a cluster
 * exists whose password is lost. URL-safe characters only.
 */
export async function superuserPassword(home: ServerHome): Promise<string> {
  if (!existsSync(home.passwordFile)) {
    if (existsSync(home.cluster)) {
      throw new Error(
        `The cluster in ${home.folder} is there, but its password file is not: ${home.passwordFile}`,
      );
    }
    await writePrivateFile(home.passwordFile, randomBytes(24).toString('base64url'));
  }
  return (await readFile(home.passwordFile, 'utf8')).trim();
}

/** Connection URL of the superuser. */
export function adminUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`;
}
