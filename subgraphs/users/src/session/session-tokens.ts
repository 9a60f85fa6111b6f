import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Appointment } from '@satu-pintu/domain-kit';
import { createSealer, type Sealer } from '@satu-pintu/service-kit';
import { SignJWT } from 'jose';
import type { EntityManager } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { SIGNING_ALGORITHM } from '../signing-key/key-pairs.js';
import type { SigningKeys } from '../signing-key/signing-keys.js';
import { secondFactorOf, type SecondFactorStanding } from '../second-factor/second-factor.rules.js';
import type { Vault } from '../vault/vault.js';
import { ACCESS_TOKEN_TYPE, accessTokenClaims } from './access-token.rules.js';
import { accessTokenEnd } from './session.rules.js';

/** What a client gets for a sign-in or a refresh. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token stops to work. */
  readonly expiresAt: Date;
  /** When the refresh token stops to work. */
  readonly sessionExpiresAt: Date;
  /** Whether the posts of the account are in the access token, as far as that depends on a second factor. */
  readonly secondFactor: SecondFactorStanding;
}

/** A session as far as its tokens follow from it. */
export interface TokenSession {
  readonly id: string;
  readonly hasTwoFactors: boolean;
}

/** A refresh token as the client gets it, and what is stored of it. */
export interface RefreshToken {
  readonly text: string;
  readonly hash: Buffer;
}

/** 256 random bits. */
export function newRefreshToken(): RefreshToken {
  const text = randomBytes(32).toString('base64url');
  return { text, hash: hashRefreshToken(text) };
}

/** A token of 256 random bits needs no slow hash. */
export function hashRefreshToken(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Signs access tokens. */
export class AccessTokens {
  private readonly reporterKeySeal: Sealer<string>;

  constructor(
    private readonly keys: SigningKeys,
    private readonly issuer: string,
    private readonly vault: Vault,
    reporterKeySeal: string,
    /** Whether demonstration accounts do without a second factor; never in production. */
    private readonly isDemoExcepted: boolean,
  ) {
    this.reporterKeySeal = createSealer(reporterKeySeal, 'reporter-key');
  }

  /**
   * An access token for one session; its posts are those of now, so a new post shows after the next refresh. Without the
   * second factor that they need, none is in it.
   */
  async issue(
    tx: EntityManager,
    account: AccountEntity,
    session: TokenSession,
    posts: readonly Appointment[],
    now: Date,
  ): Promise<Omit<SessionTokens, 'refreshToken' | 'sessionExpiresAt'>> {
    const secondFactor = secondFactorOf({
      hasTwoFactors: session.hasTwoFactors,
      holdsPost: posts.length > 0,
      isExcepted: account.isDemo && this.isDemoExcepted,
    });
    const expiresAt = accessTokenEnd(posts.length > 0, now);
    const claims = accessTokenClaims({
      tokenId: randomUUID(),
      issuer: this.issuer,
      accountId: account.id,
      sessionId: session.id,
      appointments: secondFactor === 'MISSING' ? [] : posts,
      sealedReporterKey: this.reporterKeySeal.seal(this.vault.openReporterKey(account.sealedReporterKey)),
      issuedAt: now,
      expiresAt,
    });
    const { kid, privateKey } = await this.keys.current(tx);
    const accessToken = await new SignJWT(claims)
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: ACCESS_TOKEN_TYPE, kid })
      .sign(privateKey);
    return { accessToken, expiresAt, secondFactor };
  }
}
