import { jwtVerify, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Appointment, Clock } from '@satu-pintu/domain-kit';
import type { AccessClaims } from './asker.js';
import type { Revocations } from './revocations.js';
import type { TokenKeys } from './token-keys.js';

const AUDIENCE = 'satu-pintu';
const CLOCK_SKEW_SECONDS = 30;
const REMEMBERED_TOKENS = 10_000;

/** Somebody who holds a socket open by these claims. */
interface Watcher {
  readonly claims: AccessClaims;
  readonly onEnd: () => void;
}

/**
 * Turns an access token into what it claims: a JWT of type `at+jwt`, signed with EdDSA and nothing else, for us, in
 * time. A token that has been verified is remembered until it ends or the keys change.
 */
export class TokenVerifier {
  private readonly remembered = new LRUCache<string, AccessClaims>({ max: REMEMBERED_TOKENS });
  private readonly watchers = new Set<Watcher>();

  constructor(
    private readonly keys: TokenKeys,
    private readonly issuer: string,
    private readonly clock: Clock,
    private readonly revocations: Revocations,
  ) {
    keys.onChange(() => {
      // A key may have been withdrawn: what it signed must be verified anew.
      this.remembered.clear();
      this.lookThrough();
    });
    revocations.onRevoked((news) => {
      this.lookThrough();
      // Another key signs instead, and the next token will show it.
      if (news.some(({ kid }) => kid !== null)) void keys.refresh();
    });
  }

  /** The claims; throws for any token that does not hold. */
  async verify(token: string): Promise<AccessClaims> {
    const claims = await this.read(token);
    if (!this.holds(claims)) throw new Error('The token was revoked.');
    return claims;
  }

  /**
   * Calls back once when what claims give holds no longer: they were revoked, or their key is published no more. That they
   * run out is for who watches to see. Returns how to end the watch.
   */
  watch(claims: AccessClaims, onEnd: () => void): () => void {
    const watcher = { claims, onEnd };
    this.watchers.add(watcher);
    if (!this.holds(claims)) this.end(watcher);
    return () => this.watchers.delete(watcher);
  }

  private holds(claims: AccessClaims): boolean {
    return this.keys.has(claims.kid) && !this.revocations.isRevoked(claims);
  }

  private lookThrough(): void {
    for (const watcher of this.watchers) if (!this.holds(watcher.claims)) this.end(watcher);
  }

  private end(watcher: Watcher): void {
    this.watchers.delete(watcher);
    watcher.onEnd();
  }

  private async read(token: string): Promise<AccessClaims> {
    const now = this.clock.now();
    const remembered = this.remembered.get(token);
    if (remembered && remembered.expiresAt > now) return remembered;
    const { payload, protectedHeader } = await jwtVerify(token, this.keys.keyFor, {
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      issuer: this.issuer,
      audience: AUDIENCE,
      requiredClaims: ['exp', 'sub', 'sid', 'jti'],
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: now,
    });
    const claims = readClaims(payload, protectedHeader.kid);
    this.remembered.set(token, claims);
    return claims;
  }
}

function readClaims(payload: JWTPayload, kid: string | undefined): AccessClaims {
  const { sub, exp, iat = 0 } = payload;
  const { sid, rk, apt, iatMs } = payload as {
    readonly sid?: unknown;
    readonly iatMs?: unknown;
    readonly rk?: unknown;
    readonly apt?: unknown;
  };
  if (sub === undefined || exp === undefined || kid === undefined || typeof sid !== 'string') {
    throw new Error('The token lacks its account, session or key.');
  }
  return {
    accountId: sub,
    sessionId: sid,
    kid,
    appointments: Array.isArray(apt) ? (apt as readonly Appointment[]) : [],
    sealedReporterKey: typeof rk === 'string' ? rk : null,
    issuedAt: new Date(typeof iatMs === 'number' ? iatMs : iat * 1_000),
    expiresAt: new Date((exp + CLOCK_SKEW_SECONDS) * 1_000),
  };
}
