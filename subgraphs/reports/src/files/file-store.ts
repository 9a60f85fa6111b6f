import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Bucket, FileStoreConfig } from './files-config.js';

/** Where cleaned files lie, each under a random name. */
export interface FileStore {
  /** Takes in a file of this machine; once this has resolved, it is safe. */
  put(key: string, path: string): Promise<void>;
  read(key: string): Promise<Readable>;
  /** Does nothing where there is none. */
  remove(key: string): Promise<void>;
}

/** A folder of this machine, or an S3-compatible store; nothing else knows which. */
export async function openFileStore(config: FileStoreConfig): Promise<FileStore> {
  const disk = new Disk(config.kind === 'FOLDER' ? folderAt(config.folder) : await bucketAt(config));
  return {
    async put(key, path) {
      // Whole, and no stream: one that breaks off cannot be sent again.
      await disk.put(key, await readFile(path));
      if (config.kind === 'FOLDER') await writeThrough(join(config.folder, key));
    },
    read: (key) => disk.getStream(key),
    remove: (key) => disk.delete(key),
  };
}

function folderAt(location: string): FSDriver {
  return new FSDriver({ location, visibility: 'private' });
}

/** Loaded only where it is used: most of this package is the client of S3. */
async function bucketAt({ endpoint, accessKeyId, secretAccessKey, ...bucket }: Bucket) {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    bucket: bucket.bucket,
    region: bucket.region,
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId, secretAccessKey },
    visibility: 'private',
    supportsACL: false,
    // Stores that only speak like Amazon's do not know its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** What is acknowledged survives a loss of power, like the row that tells of it. */
async function writeThrough(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
