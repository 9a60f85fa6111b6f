import { randomUUID } from 'node:crypto';
import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { holdCredentials } from '../account/account.store.js';
import type { AccountAudit, Meant } from '../audit/account-audit.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import { hasSecondFactor } from '../second-factor/second-factor.store.js';
import { openChallenge, type SecondFactorRequired } from '../second-factor/sign-in-challenges.js';
import { type AccessTokens, newRefreshToken, type SessionTokens } from './session-tokens.js';
import { refreshTokenEnd } from './session.rules.js';
import { saveRefreshToken, saveSession } from './session.store.js';

/** What proved who signs in: one thing, such as a password, or what counts as two, such as a passkey that knew its user. */
export type Proof = 'ONE_FACTOR' | 'TWO_FACTORS';

/** How a session is to begin. */
export interface Beginning<Outdated> {
  readonly proof: Proof;
  /** The password that was shown, as it was stored; null where something else proved who signs in. */
  readonly passwordHash: string | null;
  /** What is answered when that counts no more, or the account is gone: both may change while a password is compared. */
  readonly ifOutdated: Outdated;
  /** By which it begins, for the audit log. */
  readonly action: string;
  /** As what whoever signs in was known, for the same. */
  readonly meant: Meant;
}

/** The one place where sessions begin, whatever proved who signs in. */
export class StartSession {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly audit: AccountAudit,
    private readonly clock: Clock,
  ) {}

  /**
   * A session for somebody who has proved who they are; with one factor only, an account that has a second is asked for
   * it first. Without any second factor an officer's session begins all the same, and carries no post.
   */
  execute<Outdated extends { readonly kind: string }>(
    { id }: AccountEntity,
    { proof, passwordHash, ifOutdated, action, meant }: Beginning<Outdated>,
  ): Promise<Decision<SessionTokens, SecondFactorRequired | Outdated>> {
    return this.audit.inTransaction<SessionTokens, SecondFactorRequired | Outdated>(
      action,
      meant,
      async (tx) => {
        const account = await holdCredentials(tx, id);
        const isOutdated = passwordHash !== null && passwordHash !== account?.passwordHash;
        if (!account || isOutdated) return refuse(ifOutdated);
        if (proof === 'TWO_FACTORS') return this.begin(tx, account, true);
        return (await hasSecondFactor(tx, account.id))
          ? refuse(await openChallenge(tx, account.id, this.clock.now()))
          : this.begin(tx, account, false);
      },
    );
  }

  /** A session whose second factor was checked in the same transaction, which holds the credentials. */
  withTwoFactors(tx: EntityManager, account: AccountEntity): Promise<Decision<SessionTokens, never>> {
    return this.begin(tx, account, true);
  }

  private async begin(
    tx: EntityManager,
    account: AccountEntity,
    hasTwoFactors: boolean,
  ): Promise<Decision<SessionTokens, never>> {
    const now = this.clock.now();
    const posts = await holdAppointments(tx, account.id);
    const session = { id: randomUUID(), hasTwoFactors };
    const refreshToken = newRefreshToken();
    const expiresAt = refreshTokenEnd(now, posts.length > 0, now);
    const instants = { startedAt: now, refreshedAt: now, expiresAt, endedAt: null };
    await saveSession(tx, { ...session, accountId: account.id, ...instants });
    await saveRefreshToken(tx, {
      tokenHash: refreshToken.hash,
      sessionId: session.id,
      issuedAt: now,
      expiresAt,
    });
    const access = await this.tokens.issue(tx, account, session, posts, now);
    return accept({ ...access, refreshToken: refreshToken.text, sessionExpiresAt: expiresAt });
  }
}
