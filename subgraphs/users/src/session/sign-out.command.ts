import { accept, type Clock } from '@satu-pintu/domain-kit';
import type { AccountAudit } from '../audit/account-audit.js';
import { hashRefreshToken } from './session-tokens.js';
import { endSession, lockRefreshToken } from './session.store.js';

/** Ends a session, so that none of its refresh tokens works again. Ending what has ended is no error. */
export class SignOutCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly clock: Clock,
  ) {}

  /** The session that a refresh token belongs to; an unknown token ends nothing and is not told apart. */
  async endByToken(refreshToken: string): Promise<void> {
    await this.audit.inTransaction('signOut', null, async (tx, deed) => {
      const token = await lockRefreshToken(tx, hashRefreshToken(refreshToken));
      if (token) deed.actor = this.audit.actorOf(token);
      if (token) await endSession(tx, token.sessionId, this.clock.now());
      return accept(null);
    });
  }

  /** The session that the request came in. */
  async endById(sessionId: string, accountId: string | null): Promise<void> {
    await this.audit.inTransaction('signOut', accountId === null ? null : { accountId }, async (tx) => {
      await endSession(tx, sessionId, this.clock.now());
      return accept(null);
    });
  }
}
