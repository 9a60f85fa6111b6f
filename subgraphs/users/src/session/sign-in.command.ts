import { type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import { type Attempts, BUSY, type TooManyAttempts } from '../account/attempts.js';
import { readGivenPassword } from '../account/credentials.rules.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Passwords } from '../account/passwords.js';
import { findAccountByContact, type GivenContact, readContact } from '../phone/contact.js';
import type { SecondFactorRequired } from '../second-factor/sign-in-challenges.js';
import type { Vault } from '../vault/vault.js';
import type { SessionTokens } from './session-tokens.js';
import type { StartSession } from './start-session.js';

/** Address, number or password is wrong; which of them is not said. */
export interface InvalidCredentials {
  readonly kind: 'InvalidCredentials';
}

/** Why nobody was signed in. */
export type SignInRefusal = InvalidInput | InvalidCredentials | TooManyAttempts | SecondFactorRequired;

/** Starts a session with a password. An unknown address or number costs the same work as a wrong password and is answered alike. */
export class SignInCommand {
  constructor(
    private readonly database: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly sessions: StartSession,
    private readonly audit: AccountAudit,
    private readonly vault: Vault,
  ) {}

  async execute(
    request: GivenContact & { readonly password: string },
  ): Promise<Decision<SessionTokens, SignInRefusal>> {
    const contact = readContact(request);
    if (!contact.ok) return contact;
    const password = readGivenPassword(request.password);
    if (!password.ok) return password;

    if (this.passwords.isBusy) return refuse(BUSY);
    const { name } = contact.value;
    const allowed = await this.attempts.count(name);
    const meant = { address: name };
    if (!allowed.ok) return this.audit.refused('signIn', meant, allowed);

    const account = await findAccountByContact(this.database.manager, this.vault, contact.value);
    const isRight = await this.passwords.matches(password.value, account?.passwordHash ?? null);
    if (!account || !isRight)
      return this.audit.refused('signIn', meant, refuse({ kind: 'InvalidCredentials' }));

    await this.attempts.forget(name);
    return this.sessions.execute<InvalidCredentials>(account, {
      proof: 'ONE_FACTOR',
      passwordHash: account.passwordHash,
      ifOutdated: { kind: 'InvalidCredentials' },
      action: 'signIn',
      meant,
    });
  }
}
