import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FileStore, openFileStore } from '../src/files/file-store.js';
import { filesConfigOf } from '../src/files/files-config.js';
import { noise } from './support/evidence.js';

const NO_BUCKET = {
  FILES_FOLDER: '/srv/files',
  FILES_S3_BUCKET: null,
  FILES_S3_REGION: null,
  FILES_S3_ENDPOINT: null,
  FILES_S3_ACCESS_KEY_ID: null,
  FILES_S3_SECRET_ACCESS_KEY: null,
};

/** The key that the S3 server of the tests knows. */
const CREDENTIALS = { FILES_S3_ACCESS_KEY_ID: 'S3RVER', FILES_S3_SECRET_ACCESS_KEY: 'S3RVER' };

describe('Where files lie', () => {
  it('is a folder unless a bucket is named', () => {
    expect(filesConfigOf(NO_BUCKET)).toEqual({
      quarantine: '/srv/files/quarantine',
      store: { kind: 'FOLDER', folder: '/srv/files/kept' },
    });
  });

  it.each([
    { FILES_S3_BUCKET: 'evidence' },
    { FILES_S3_ENDPOINT: 'https://s3.example' },
    { ...CREDENTIALS, FILES_S3_REGION: 'ap-southeast-3' },
  ])('is no half of a bucket: %j', (half) => {
    expect(() => filesConfigOf({ ...NO_BUCKET, ...half })).toThrow('go together');
  });
});

let folder: string;
let server: ChildProcess | null = null;
let endpoint: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-pintu-store-'));
  server = startS3(join(folder, 's3'));
  const [port] = (await once(server.stdout ?? server, 'data')) as [Buffer];
  endpoint = `http://127.0.0.1:${port.toString().trim()}`;
}, 30_000);
afterAll(async () => {
  if (server?.exitCode === null && server.kill()) await once(server, 'exit');
  await rm(folder, { recursive: true });
});

const STORES: Readonly<Record<string, () => Promise<FileStore>>> = {
  'a folder': () => openFileStore(filesConfigOf({ ...NO_BUCKET, FILES_FOLDER: folder }).store),
  'a bucket': () =>
    openFileStore(
      filesConfigOf({
        ...NO_BUCKET,
        ...CREDENTIALS,
        FILES_S3_BUCKET: 'evidence',
        FILES_S3_REGION: 'ap-southeast-3',
        FILES_S3_ENDPOINT: endpoint,
      }).store,
    ),
};

describe.each(Object.keys(STORES))('In %s', (kind) => {
  let store: FileStore;
  const content = noise(3 * 2 ** 20);
  let path: string;
  beforeAll(async () => {
    const open = STORES[kind];
    if (!open) throw new Error(kind);
    store = await open();
    path = join(folder, 'file');
    await writeFile(path, content);
  });

  it('a file is kept whole', async () => {
    await store.put('kept', path);
    expect((await buffer(await store.read('kept'))).equals(content)).toBe(true);
    expect((await readFile(path)).equals(content)).toBe(true);
  });

  it('a file is removed, and removing it again does nothing', async () => {
    await store.put('gone', path);
    await store.remove('gone');
    await store.remove('gone');
    await expect(store.read('gone').then(buffer)).rejects.toThrow();
  });
});

/** Runs the S3 server whose module, folder and bucket are its arguments, and says on which port it listens. */
const SERVE_S3 = `
  const [module, directory, bucket] = process.argv.slice(1);
  const Server = require(module);
  require('node:fs').mkdirSync(directory);
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] };
  new Server(options).run().then(({ port }) => console.log(port));
`;

/** A real server of the protocol, as a process. */
function startS3(directory: string): ChildProcess {
  const module = createRequire(import.meta.url).resolve('@20minutes/s3rver');
  return spawn(process.execPath, ['-e', SERVE_S3, module, directory, 'evidence'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
