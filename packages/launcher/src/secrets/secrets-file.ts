import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../error-code.js';
import type { Secrets } from './secret-purposes.js';

const ONLY_THE_OWNER = 0o600;

/** Where development secrets are kept: `secrets.json` in the data folder. */
export function secretsFile(dataFolder: string): string {
  return join(dataFolder, 'secrets.json');
}

/** The secrets kept in a data folder; none when there is no file yet. Rights given away by mistake are taken back. */
export async function readKeptSecrets(dataFolder: string): Promise<Partial<Secrets>> {
  const path = secretsFile(dataFolder);
  try {
    const text = await readFile(path, 'utf8');
    await chmod(path, ONLY_THE_OWNER);
    return JSON.parse(text) as Partial<Secrets>;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    if (error instanceof SyntaxError)
      throw new Error(`${path} is not JSON; restore it or remove it.`, { cause: error });
    throw error;
  }
}

/** Replaces the file at once: a start that is killed leaves the old secrets or the new ones, never half of them. */
export async function keepSecrets(dataFolder: string, secrets: Partial<Secrets>): Promise<void> {
  const path = secretsFile(dataFolder);
  await mkdir(dirname(path), { recursive: true });
  const written = `${path}.${String(process.pid)}`;
  const file = await open(written, 'w', ONLY_THE_OWNER);
  try {
    await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(written, path);
}
