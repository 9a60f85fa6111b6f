import { randomUUID } from 'node:crypto';
import {
  accept,
  type Clock,
  type Decision,
  type InvalidInput,
  readEmail,
  refuse,
} from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { findAccountByEmail } from '../account/account.store.js';
import { type Attempts, BUSY, type TooManyAttempts } from '../account/attempts.js';
import { readGivenPassword } from '../account/credentials.rules.js';
import type { Passwords } from '../account/passwords.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import { type AccessTokens, newRefreshToken, type SessionTokens } from './session-tokens.js';
import { refreshTokenEnd } from './session.rules.js';
import { saveRefreshToken, saveSession } from './session.store.js';

/** Address or password is wrong; which of them is not said. */
export interface InvalidCredentials {
  readonly kind: 'InvalidCredentials';
}

/** Why nobody was signed in. */
export type SignInRefusal = InvalidInput | InvalidCredentials | TooManyAttempts;

/** Starts a session. An unknown address costs the same work as a wrong password and is answered alike. */
export class SignInCommand {
  constructor(
    private readonly database: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  async execute(request: {
    readonly email: string;
    readonly password: string;
  }): Promise<Decision<SessionTokens, SignInRefusal>> {
    const email = readEmail(request.email);
    if (!email.ok) return email;
    const password = readGivenPassword(request.password);
    if (!password.ok) return password;

    if (this.passwords.isBusy) return refuse(BUSY);
    const allowed = await this.attempts.count(email.value);
    if (!allowed.ok) return allowed;

    const account = await findAccountByEmail(this.database, email.value);
    const isRight = await this.passwords.matches(password.value, account?.passwordHash ?? null);
    if (!account || !isRight) return refuse({ kind: 'InvalidCredentials' });

    await this.attempts.forget(email.value);
    return accept(await this.startSession(account));
  }

  private startSession(account: AccountEntity): Promise<SessionTokens> {
    const now = this.clock.now();
    return inTransaction(this.database, async (tx) => {
      const appointments = await holdAppointments(tx, account.id);
      const sessionId = randomUUID();
      const refreshToken = newRefreshToken();
      const expiresAt = refreshTokenEnd(now, appointments.length > 0, now);
      const instants = { startedAt: now, refreshedAt: now, expiresAt, endedAt: null };
      await saveSession(tx, { id: sessionId, accountId: account.id, ...instants });
      await saveRefreshToken(tx, { tokenHash: refreshToken.hash, sessionId, issuedAt: now, expiresAt });
      const access = await this.tokens.issue(account, sessionId, appointments, now);
      return { ...access, refreshToken: refreshToken.text, sessionExpiresAt: expiresAt };
    });
  }
}
