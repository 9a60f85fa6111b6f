import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stack } from './stack.js';

const KEYS = join(dirname(createRequire(import.meta.url).resolve('@satu-pintu/launcher')), 'keys.js');

/** What `npm run keys -- …` does, beside the running house; throws with its complaint when it was not done. */
export async function keys(...typed: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [KEYS, ...typed], {
    env: { PATH: process.env.PATH, SATU_PINTU_DATA_FOLDER: stack.dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`Code ${code}: ${complained}`);
  return said.trim();
}
