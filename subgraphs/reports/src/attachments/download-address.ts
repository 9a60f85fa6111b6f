import type { Viewer } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';

/** Where files are fetched, at the gateway. */
export const DOWNLOAD_PREFIX = '/files/';

const LIFETIME_MS = 60_000;

/** What an address says to whoever made it. */
export interface WantedFile {
  readonly id: string;
  /** The session that it was made for. */
  readonly tag: string;
  /** The viewer had shown to be the reporter, by account or by access code. */
  readonly isReporter: boolean;
  readonly expiresAt: number;
}

/** Makes and reads the addresses under which files are fetched: for one session and one minute. */
export class DownloadAddresses {
  private readonly sealer: Sealer<WantedFile>;

  constructor(filesKey: string) {
    this.sealer = createSealer(filesKey, 'download');
  }

  make(id: string, viewer: Viewer, isReporter: boolean, now: Date): { path: string; expiresAt: Date } {
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    const wanted = { id, tag: viewer.tag, isReporter, expiresAt: expiresAt.getTime() };
    return { path: DOWNLOAD_PREFIX + this.sealer.seal(wanted), expiresAt };
  }

  /** Null for an address that is not ours, of another session, or over. */
  read(sealed: string, viewer: Viewer, now: Date): WantedFile | null {
    const wanted = this.sealer.open(sealed);
    return wanted?.tag === viewer.tag && wanted.expiresAt > now.getTime() ? wanted : null;
  }
}
