import { accept, type Clock, type Decision } from '@satu-pintu/domain-kit';
import { issueCode } from '../account/account-codes.js';
import { findAccount } from '../account/account.store.js';
import type { Attempts, TooManyAttempts } from '../account/attempts.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { OwnerLetters } from '../notification/owner-letters.js';

/** Sends the code that verifies an address again. */
export class RequestEmailVerificationCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly letters: OwnerLetters,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** Answers whether a letter is on its way; none is to an address that is verified, or where none are sent. */
  async execute(accountId: string): Promise<Decision<boolean, TooManyAttempts>> {
    const requesting = 'requestEmailVerification';
    const allowed = await this.attempts.count(accountId);
    if (!allowed.ok) return this.audit.refused(requesting, { accountId }, allowed);
    const now = this.clock.now();
    return this.audit.inTransaction<boolean, TooManyAttempts>(requesting, { accountId }, async (tx) => {
      const account = await findAccount(tx, accountId);
      if (!account || account.emailVerifiedAt || !this.letters.areSent) return accept(false);
      const code = await issueCode(tx, accountId, 'VERIFY_EMAIL', now);
      await this.letters.write(tx, accountId, { kind: 'VERIFY_EMAIL', code, now });
      return accept(true);
    });
  }
}
