import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { standInFor } from './server-home.js';

/** The port that the server of a data folder was started on last; null when it never was. */
export async function findPort(dataFolder: string): Promise<number | null> {
  if (!existsSync(dataFolder)) return null;
  const folder = realpathSync(dataFolder);
  const home = existsSync(join(folder, 'server')) ? folder : standInFor(folder);
  const port = Number(await readFile(join(home, 'port'), 'utf8').catch(() => ''));
  return port > 0 ? port : null;
}
