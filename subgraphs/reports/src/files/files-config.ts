import { join } from 'node:path';

/** A bucket of Amazon's S3, or of a store that speaks like it. */
export interface Bucket {
  readonly kind: 'BUCKET';
  readonly bucket: string;
  readonly region: string;
  /** Null for Amazon's own; any other is addressed by path. */
  readonly endpoint: string | null;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where cleaned files lie. */
export type FileStoreConfig = { readonly kind: 'FOLDER'; readonly folder: string } | Bucket;

/** Where files lie on their way in, and afterwards. */
export interface FilesConfig {
  /** Folder of this machine for files that nobody has looked into yet. */
  readonly quarantine: string;
  readonly store: FileStoreConfig;
}

/** The environment as far as it speaks of files. */
interface FilesVariables {
  readonly FILES_FOLDER: string;
  readonly FILES_S3_BUCKET: string | null;
  readonly FILES_S3_REGION: string | null;
  readonly FILES_S3_ENDPOINT: string | null;
  readonly FILES_S3_ACCESS_KEY_ID: string | null;
  readonly FILES_S3_SECRET_ACCESS_KEY: string | null;
}

/** A folder, unless a bucket is named; half a bucket is a mistake, and no reason to fill a disk instead. */
export function filesConfigOf(variables: FilesVariables): FilesConfig {
  const quarantine = join(variables.FILES_FOLDER, 'quarantine');
  const { FILES_S3_BUCKET: bucket, FILES_S3_REGION: region, FILES_S3_ENDPOINT: endpoint } = variables;
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  const named = [bucket, region, accessKeyId, secretAccessKey].filter((value) => value !== null);
  if (named.length === 0 && endpoint === null) {
    return { quarantine, store: { kind: 'FOLDER', folder: join(variables.FILES_FOLDER, 'kept') } };
  }
  if (bucket === null || region === null || accessKeyId === null || secretAccessKey === null) {
    throw new Error(
      'FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY go together.',
    );
  }
  return { quarantine, store: { kind: 'BUCKET', bucket, region, endpoint, accessKeyId, secretAccessKey } };
}
