import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAX_BYTES } from '../inspection/limits.js';

/** One file in a folder of its own: as it was sent, and as it was made anew. */
export interface Cell {
  readonly folder: string;
  readonly sent: string;
  readonly cleaned: string;
}

/** More came than may. */
export class TooLong extends Error {}

/** Where files lie until somebody has looked into them; nothing is ever served from here. */
export class Quarantine {
  constructor(private readonly folder: string) {}

  /** Takes a body in as it comes, and no more of it than may be; throws `TooLong`, or why it broke off. */
  async receive(fileKey: string, body: Readable): Promise<Cell> {
    const folder = join(this.folder, fileKey);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const cell = { folder, sent: join(folder, 'sent'), cleaned: join(folder, 'cleaned') };
    // A request that is destroyed takes its connection along, and with it the answer that says why.
    const chunks = body.iterator({ destroyOnReturn: false });
    try {
      await pipeline(chunks, counted(MAX_BYTES), createWriteStream(cell.sent, { mode: 0o600, flags: 'wx' }));
    } finally {
      body.resume();
    }
    return cell;
  }

  async empty(fileKey: string): Promise<void> {
    await rm(join(this.folder, fileKey), { recursive: true, force: true });
  }

  /** Cells that a process left behind when it died: nothing needs one for so long. */
  async emptyOlderThan(instant: Date): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.folder)) {
      const { mtime } = await stat(join(this.folder, name));
      if (mtime < instant) await this.empty(name);
    }
  }
}

/** What the database keeps of a file's content. */
export async function fingerprintOf(path: string): Promise<{ bytes: number; sha256: Buffer }> {
  const content = await readFile(path);
  return { bytes: content.length, sha256: createHash('sha256').update(content).digest() };
}

function counted(most: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      total += chunk.length;
      if (total > most) done(new TooLong());
      else done(null, chunk);
    },
  });
}
