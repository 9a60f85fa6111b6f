import { randomUUID } from 'node:crypto';
import type { Viewer } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import { uploaderTagOf } from '../privacy/uploader.js';

/** Where files are sent to, at the gateway. */
export const UPLOAD_PREFIX = '/files/uploads/';

/** How long an address waits for its file. */
const LIFETIME_MS = 15 * 60_000;

/** What an address says to whoever made it. */
export interface ExpectedFile {
  readonly id: string;
  /** Base64url; null when a visitor asked. */
  readonly uploaderTag: string | null;
  readonly expiresAt: number;
}

/** An address that takes one file. */
export interface UploadAddress {
  readonly id: string;
  readonly path: string;
  readonly expiresAt: Date;
}

/** Makes and reads upload addresses. Nothing is stored for one: whoever asks and sends nothing leaves no trace. */
export class UploadAddresses {
  private readonly sealer: Sealer<ExpectedFile>;

  constructor(filesKey: string) {
    this.sealer = createSealer(filesKey, 'upload');
  }

  make(viewer: Viewer, now: Date): UploadAddress {
    const id = randomUUID();
    const uploaderTag = uploaderTagOf(viewer, id)?.toString('base64url') ?? null;
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    const sealed = this.sealer.seal({ id, uploaderTag, expiresAt: expiresAt.getTime() });
    return { id, path: UPLOAD_PREFIX + sealed, expiresAt };
  }

  read(sealed: string): ExpectedFile | null {
    return this.sealer.open(sealed);
  }
}
