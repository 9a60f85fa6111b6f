import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const KEYS = fileURLToPath(new URL('../../dist/src/keys.js', import.meta.url));

/** What the command said, and how it ended. */
export interface KeysAnswer {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs the command over signing keys as a process of its own, as the launcher does. */
export async function runKeys(
  environment: { readonly databaseUrl: string; readonly signingKeySecret: string },
  ...typed: readonly string[]
): Promise<KeysAnswer> {
  const child = spawn(process.execPath, [KEYS, ...typed], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: environment.databaseUrl,
      SIGNING_KEY_SECRET: environment.signingKeySecret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code: code ?? -1, said: said.trim(), complained: complained.trim() };
}
