import { randomUUID } from 'node:crypto';
import { accept, type Clock, type Decision } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import { type AccessTokens, newRefreshToken, type SessionTokens } from './session-tokens.js';
import { refreshTokenEnd } from './session.rules.js';
import { saveRefreshToken, saveSession } from './session.store.js';

/** What proved who signs in: one thing, such as a password, or what counts as two, such as a passkey that knew its user. */
export type Proof = 'ONE_FACTOR' | 'TWO_FACTORS';

/** The one place where sessions begin, whatever proved who signs in. */
export class StartSession {
  constructor(
    private readonly database: DataSource,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  execute(account: AccountEntity, proof: Proof): Promise<Decision<SessionTokens, never>> {
    return inTransaction(this.database, (tx) => this.within(tx, account, proof));
  }

  /** The same as a part of a larger change. */
  async within(
    tx: EntityManager,
    account: AccountEntity,
    proof: Proof,
  ): Promise<Decision<SessionTokens, never>> {
    const now = this.clock.now();
    const appointments = await holdAppointments(tx, account.id);
    const sessionId = randomUUID();
    const refreshToken = newRefreshToken();
    const expiresAt = refreshTokenEnd(now, appointments.length > 0, now);
    await saveSession(tx, {
      id: sessionId,
      accountId: account.id,
      startedAt: now,
      refreshedAt: now,
      expiresAt,
      endedAt: null,
      hasTwoFactors: proof === 'TWO_FACTORS',
    });
    await saveRefreshToken(tx, { tokenHash: refreshToken.hash, sessionId, issuedAt: now, expiresAt });
    const access = await this.tokens.issue(account, sessionId, appointments, now);
    return accept({ ...access, refreshToken: refreshToken.text, sessionExpiresAt: expiresAt });
  }
}
