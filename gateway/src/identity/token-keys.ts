import { setTimeout as pause } from 'node:timers/promises';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Closable, Logger } from '@satu-pintu/service-kit';

/** A new key is published two minutes before it signs; by then it has been seen, though one look failed. */
const REFRESH_MS = 30_000;
const RETRY_MS = 2_000;
/** Tokens with an unknown key id make us look again, all of them together not more often than this. */
const LOOK_AGAIN_MS = 1_000;

/** Where the keys come from. */
export type FetchKeys = () => Promise<JSONWebKeySet>;

/**
 * The public keys that access tokens are signed with. They are fetched from users in the background and kept when
 * users is away, so that a restart of users does not sign anybody out.
 */
export class TokenKeys implements Closable {
  private known: JSONWebKeySet | null = null;
  private lookUp: ReturnType<typeof createLocalJWKSet> | null = null;
  private kids: ReadonlySet<string> = new Set();
  private readonly listeners = new Set<() => void>();
  /** Ends when no look is under way. */
  private looking: Promise<void> = Promise.resolve();
  /** The look that everybody waits for whose key is unknown. */
  private nextLook: Promise<void> | null = null;
  private lastLookAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly fetchKeys: FetchKeys,
    private readonly logger: Logger,
  ) {}

  /** The keys as users publishes them; null until they have been seen once. */
  get current(): JSONWebKeySet | null {
    return this.known;
  }

  /** Whether a key is published, as far as is known. */
  has(kid: string): boolean {
    return this.kids.has(kid);
  }

  /** Calls back whenever the keys differ from the last ones. */
  onChange(callback: () => void): void {
    this.listeners.add(callback);
  }

  /** Fetches now and goes on fetching; resolves after the first try, whatever came of it. */
  async start(): Promise<void> {
    await this.refresh();
    this.plan();
  }

  /** Fetches now, after what is under way: that may have begun before the reason to ask. */
  refresh(): Promise<void> {
    this.looking = this.looking.then(() => this.look());
    return this.looking;
  }

  /** The key for one token. One with a new key id waits for the next look, and is refused if it is still unknown then. */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    const kid = header.kid ?? '';
    if (!this.has(kid)) await this.looking;
    if (!this.has(kid)) await this.lookAgain();
    if (!this.lookUp) throw new KeysUnknown();
    if (!this.has(kid)) throw new Error('The key of the token is not published.');
    return this.lookUp(header, token);
  };

  close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    return Promise.resolve();
  }

  private lookAgain(): Promise<void> {
    const wait = Math.max(0, this.lastLookAt + LOOK_AGAIN_MS - performance.now());
    return (this.nextLook ??= pause(wait, undefined, { ref: false }).then(() => {
      // One at a time, however slow users is; and over before anybody who waits for it goes on.
      this.looking = this.refresh().then(() => {
        this.nextLook = null;
      });
      return this.looking;
    }));
  }

  private async look(): Promise<void> {
    this.lastLookAt = performance.now();
    try {
      const fetched = await this.fetchKeys();
      const isNew = JSON.stringify(fetched) !== JSON.stringify(this.known);
      if (!isNew) return;
      this.lookUp = createLocalJWKSet(fetched);
      this.kids = new Set(fetched.keys.map(({ kid }) => kid).filter((kid) => kid !== undefined));
      this.known = fetched;
      for (const listener of this.listeners) listener();
    } catch (error) {
      this.logger.warn({ err: error, haveKeys: this.known !== null }, 'token keys could not be fetched');
    }
  }

  private plan(): void {
    if (this.isClosed) return;
    const wait = this.known ? REFRESH_MS : RETRY_MS;
    this.timer = setTimeout(
      () =>
        void this.refresh().then(() => {
          this.plan();
        }),
      wait,
    ).unref();
  }
}

/** No key has been seen yet, so nobody can be recognised, nor refused. */
export class KeysUnknown extends Error {
  constructor() {
    super('The keys of access tokens are not known yet.');
  }
}
