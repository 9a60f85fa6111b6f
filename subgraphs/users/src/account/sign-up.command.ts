import { randomUUID } from 'node:crypto';
import {
  accept,
  type Clock,
  type Decision,
  type InvalidInput,
  type Locale,
  readEmail,
  refuse,
} from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { AccountAudit } from '../audit/account-audit.js';
import type { OwnerLetters } from '../notification/owner-letters.js';
import type { Vault } from '../vault/vault.js';
import { issueCode } from './account-codes.js';
import { findAccountByEmail, saveAccount } from './account.store.js';
import { type Attempts, BUSY, type TooManyAttempts } from './attempts.js';
import { readDisplayName, readNewPassword } from './credentials.rules.js';
import { newAccount, newReporterKey } from './new-account.js';
import type { Passwords } from './passwords.js';

/** What someone tells to get an account. */
export interface SignUpRequest {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
}

/** The address to sign in with, and whether e-mails are sent here, which is the same for all. */
export interface SignedUp {
  readonly email: string;
  readonly isVerificationSent: boolean;
}

/**
 * Makes an account. For an address that is taken it changes nothing, does the same work and says the same, because the
 * answer would otherwise tell anybody who has an account; the owner of the address signs in as before.
 */
export class SignUpCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly vault: Vault,
    private readonly letters: OwnerLetters,
    private readonly clock: Clock,
  ) {}

  async execute(
    request: SignUpRequest,
    locale: Locale,
  ): Promise<Decision<SignedUp, InvalidInput | TooManyAttempts>> {
    const email = readEmail(request.email);
    if (!email.ok) return email;
    const password = readNewPassword(request.password);
    if (!password.ok) return password;
    const displayName = readDisplayName(request.displayName);
    if (!displayName.ok) return displayName;

    if (this.passwords.isBusy) return refuse(BUSY);
    const allowed = await this.attempts.count(email.value);
    const meant = { address: email.value };
    if (!allowed.ok) return this.audit.refused('signUp', meant, allowed);

    const now = this.clock.now();
    const account = newAccount(
      {
        id: randomUUID(),
        email: email.value,
        displayName: displayName.value,
        passwordHash: await this.passwords.hash(password.value),
        locale,
        isDemo: false,
        reporterKey: newReporterKey(),
      },
      this.vault,
      now,
    );
    // Whether the address was free is told by the log as little as by the answer.
    return this.audit.inTransaction('signUp', meant, async (tx) => {
      if (await saveAccount(tx, account)) await this.askForProof(tx, account.id, now);
      else await this.remindOwner(tx, email.value, now);
      return accept({ email: email.value, isVerificationSent: this.letters.areSent });
    });
  }

  private async askForProof(tx: EntityManager, accountId: string, now: Date): Promise<void> {
    if (!this.letters.areSent) return;
    const code = await issueCode(tx, accountId, 'VERIFY_EMAIL', now);
    await this.letters.write(tx, accountId, { kind: 'VERIFY_EMAIL', code, now });
  }

  /** The owner learns what whoever asked does not. */
  private async remindOwner(tx: EntityManager, email: string, now: Date): Promise<void> {
    const owner = await findAccountByEmail(tx, email);
    if (owner) await this.letters.write(tx, owner.id, { kind: 'ACCOUNT_EXISTS', now });
  }
}
