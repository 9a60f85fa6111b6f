import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '@satu-pintu/domain-kit';
import type { Closable, Logger } from '@satu-pintu/service-kit';

const REFRESH_MS = 60_000;
const RETRY_MS = 2_000;
/** A token with an unknown key id makes us look again, but not more often than this. */
const LOOK_AGAIN_MS = 5_000;

/** Where the keys come from. */
export type FetchKeys = () => Promise<JSONWebKeySet>;

/**
 * The public keys that access tokens are signed with. They are fetched from users in the background and kept when
 * users is away, so that a restart of users does not sign anybody out.
 */
export class TokenKeys implements Closable {
  private known: JSONWebKeySet | null = null;
  private lookUp: ReturnType<typeof createLocalJWKSet> | null = null;
  private lastLookAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly fetchKeys: FetchKeys,
    private readonly clock: Clock,
    private readonly logger: Logger,
    /** Told when the keys differ from the last ones. */
    private readonly onChange: () => void = () => undefined,
  ) {}

  /** The keys as users publishes them; null until they have been seen once. */
  get current(): JSONWebKeySet | null {
    return this.known;
  }

  /** Fetches now and goes on fetching; resolves after the first try, whatever came of it. */
  async start(): Promise<void> {
    await this.refresh();
    this.plan();
  }

  /** The key for one token; looks again once when the key id is new. */
  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    if (!this.lookUp) await this.lookAgain();
    try {
      return await this.require()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.lookAgain();
      return this.require()(header, token);
    }
  };

  close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    return Promise.resolve();
  }

  private require(): ReturnType<typeof createLocalJWKSet> {
    if (!this.lookUp) throw new KeysUnknown();
    return this.lookUp;
  }

  private async lookAgain(): Promise<void> {
    if (this.clock.now().getTime() - this.lastLookAt >= LOOK_AGAIN_MS) await this.refresh();
  }

  private async refresh(): Promise<void> {
    this.lastLookAt = this.clock.now().getTime();
    try {
      const fetched = await this.fetchKeys();
      const isNew = JSON.stringify(fetched) !== JSON.stringify(this.known);
      if (!isNew) return;
      this.lookUp = createLocalJWKSet(fetched);
      this.known = fetched;
      this.onChange();
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
