import { setTimeout as pause } from 'node:timers/promises';
import { accept, type Clock, type Decision, type InvalidInput, readEmail } from '@satu-pintu/domain-kit';
import { issueCode } from '../account/account-codes.js';
import { findAccountByEmail } from '../account/account.store.js';
import type { Attempts, TooManyAttempts } from '../account/attempts.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { OwnerLetters } from '../notification/owner-letters.js';

/** Longer than the work takes: how long the answer takes must not say whether there was any. */
const ANSWER_MS = 300;

/** Sends a code to choose a new password with. Whether the address has an account, nobody learns. */
export class RequestPasswordResetCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly letters: OwnerLetters,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** Answers whether e-mails are sent at all, which is the same for every address. */
  async execute(given: string): Promise<Decision<boolean, InvalidInput | TooManyAttempts>> {
    const email = readEmail(given);
    if (!email.ok) return email;
    const allowed = await this.attempts.count(email.value);
    if (!allowed.ok) return this.audit.refused('requestPasswordReset', { address: email.value }, allowed);
    await Promise.all([this.sendCode(email.value), pause(ANSWER_MS)]);
    return accept(this.letters.areSent);
  }

  private async sendCode(email: string): Promise<void> {
    const now = this.clock.now();
    await this.audit.inTransaction('requestPasswordReset', { address: email }, async (tx) => {
      const account = this.letters.areSent ? await findAccountByEmail(tx, email) : null;
      if (account) {
        const code = await issueCode(tx, account.id, 'RESET_PASSWORD', now);
        await this.letters.write(tx, account.id, { kind: 'RESET_PASSWORD', code, now });
      }
      return accept(true);
    });
  }
}
