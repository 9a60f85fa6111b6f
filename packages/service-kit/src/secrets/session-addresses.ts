import type { Viewer } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from './sealer.js';

const LIFETIME_MS = 60_000;

/** A path at the gateway, and until when it opens (UTC). */
export interface SessionAddress {
  readonly path: string;
  readonly expiresAt: Date;
}

interface Sealed<Wanted> {
  readonly wanted: Wanted;
  /** The session that it was made for. */
  readonly tag: string;
  readonly expiresAt: number;
}

/**
 * Makes and reads addresses under which something is fetched, by one session and for one minute. They say nothing of what
 * they are for, and nothing is stored.
 */
export class SessionAddresses<Wanted> {
  private readonly sealer: Sealer<Sealed<Wanted>>;

  /** @param prefix of the paths; it tells one kind of addresses from another also under one key */
  constructor(
    key: string,
    private readonly prefix: string,
  ) {
    this.sealer = createSealer(key, `address ${prefix}`);
  }

  make(wanted: Wanted, { tag }: Viewer, now: Date): SessionAddress {
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    return {
      path: this.prefix + this.sealer.seal({ wanted, tag, expiresAt: expiresAt.getTime() }),
      expiresAt,
    };
  }

  /** Null for an address that is not ours, of another session, or over. */
  read(sealed: string, { tag }: Viewer, now: Date): Wanted | null {
    const opened = this.sealer.open(sealed);
    return opened?.tag === tag && opened.expiresAt > now.getTime() ? opened.wanted : null;
  }
}
