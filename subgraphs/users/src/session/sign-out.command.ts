import type { Clock } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { hashRefreshToken } from './session-tokens.js';
import { endSession, lockRefreshToken } from './session.store.js';

/** Ends a session, so that none of its refresh tokens works again. Ending what has ended is no error. */
export class SignOutCommand {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The session that a refresh token belongs to; an unknown token ends nothing and is not told apart. */
  async endByToken(refreshToken: string): Promise<void> {
    await inTransaction(this.database, async (tx) => {
      const token = await lockRefreshToken(tx, hashRefreshToken(refreshToken));
      if (token) await endSession(tx, token.sessionId, this.clock.now());
    });
  }

  /** The session that the request came in. */
  async endById(sessionId: string): Promise<void> {
    await endSession(this.database.manager, sessionId, this.clock.now());
  }
}
