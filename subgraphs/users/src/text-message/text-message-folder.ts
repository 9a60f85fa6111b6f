import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextMessageGateway } from './text-message-gateway.js';

/** A folder in place of a gateway, for development: each message is a file that nobody sends. */
export function textMessageFolder(folder: string): TextMessageGateway {
  return {
    async send({ id, to, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const written = { notSent: 'Development only: this text message went to nobody.', to, text };
      await writeFile(join(folder, `${id}.json`), `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 });
    },
  };
}
