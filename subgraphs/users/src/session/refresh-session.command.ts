import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { findAccount } from '../account/account.store.js';
import type { AccountAudit } from '../audit/account-audit.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import {
  type AccessTokens,
  hashRefreshToken,
  newRefreshToken,
  type SessionTokens,
} from './session-tokens.js';
import { decideRefresh } from './session.rules.js';
import { endSession, type LockedToken, lockRefreshToken, rotateRefreshToken } from './session.store.js';

/** The session is over, for whatever reason: sign in again. */
export interface SessionEnded {
  readonly kind: 'SessionEnded';
}

/** Exchanges a refresh token for the next one and a new access token. */
export class RefreshSessionCommand {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly audit: AccountAudit,
    private readonly clock: Clock,
  ) {}

  execute(refreshToken: string): Promise<Decision<SessionTokens, SessionEnded>> {
    const usedHash = hashRefreshToken(refreshToken);
    return this.audit.inTransaction<SessionTokens, SessionEnded>('refreshSession', null, async (tx, deed) => {
      const token = await lockRefreshToken(tx, usedHash);
      if (token) deed.actor = this.audit.actorOf(token);
      return token ? this.exchange(tx, token, usedHash) : refuse({ kind: 'SessionEnded' });
    });
  }

  private async exchange(
    tx: EntityManager,
    token: LockedToken,
    usedHash: Buffer,
  ): Promise<Decision<SessionTokens, SessionEnded>> {
    const now = this.clock.now();
    const account = await findAccount(tx, token.accountId);
    const appointments = await holdAppointments(tx, token.accountId);
    const decision = decideRefresh(token, appointments.length > 0, now);
    if (!decision.ok || !account) {
      await endSession(tx, token.sessionId, now);
      return refuse({ kind: 'SessionEnded' });
    }
    const { sessionId, hasTwoFactors } = token;
    const next = newRefreshToken();
    const { expiresAt } = decision.value;
    await rotateRefreshToken(tx, { sessionId, usedHash, nextHash: next.hash, expiresAt, now });
    const session = { id: sessionId, hasTwoFactors };
    const access = await this.tokens.issue(tx, account, session, appointments, now);
    return accept({ ...access, refreshToken: next.text, sessionExpiresAt: expiresAt });
  }
}
