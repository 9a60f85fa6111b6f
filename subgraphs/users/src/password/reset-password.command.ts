import { accept, type Clock, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { CodeNotFound } from '../account/account-codes.js';
import { lockCredentials } from '../account/account.store.js';
import { BUSY, type TooManyAttempts } from '../account/attempts.js';
import { readNewPassword } from '../account/credentials.rules.js';
import type { Passwords } from '../account/passwords.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { ContactCodes } from '../phone/contact-codes.js';
import { replacePassword } from './new-password.js';
import type { GivenResetCode, ResetCodes } from './reset-codes.js';
import { forgetStrangersFactors } from './strangers-factors.js';

/** A code that was sent to the address or number, and what is to be the password. */
export interface ResetPasswordRequest extends GivenResetCode {
  readonly newPassword: string;
}

/** Why the password stays. */
export type ResetPasswordRefusal = InvalidInput | CodeNotFound | TooManyAttempts;

/** What choosing a new password needs. */
export interface ResetPasswordParts {
  readonly audit: AccountAudit;
  readonly passwords: Passwords;
  readonly codes: ContactCodes;
  readonly resetCodes: ResetCodes;
  readonly clock: Clock;
}

/**
 * Lets whoever reads the mailbox or the telephone of an account choose its password. All sessions end; a second factor
 * stays.
 */
export class ResetPasswordCommand {
  constructor(private readonly parts: ResetPasswordParts) {}

  async execute(request: ResetPasswordRequest): Promise<Decision<true, ResetPasswordRefusal>> {
    const { audit, passwords, codes, resetCodes, clock } = this.parts;
    const password = readNewPassword(request.newPassword, 'newPassword');
    if (!password.ok) return password;
    const now = clock.now();
    // Looked up before anything is hashed: invented codes cost no more than this.
    const found = await resetCodes.find(request, now);
    if (!found.ok) return this.refused(found);
    if (passwords.isBusy) return refuse(BUSY);
    const { accountId, by } = found.value;
    const passwordHash = await passwords.hash(password.value);
    return audit.inTransaction<true, CodeNotFound>('resetPassword', { accountId }, async (tx) => {
      // Before the code, as everybody does who changes credentials: they wait for each other here.
      await lockCredentials(tx, accountId);
      if (!(await resetCodes.spend(tx, found.value, request.code))) return refuse({ kind: 'CodeNotFound' });
      await forgetStrangersFactors(tx, accountId, by);
      await resetCodes.markVerified(tx, found.value, now);
      await replacePassword(tx, { accountId, passwordHash, sparedSession: null, now });
      const account = await lockCredentials(tx, accountId);
      if (account) await codes.tellChanged(tx, account, now);
      return accept(true);
    });
  }

  private refused(found: {
    readonly ok: false;
    readonly refusal: ResetPasswordRefusal;
  }): Promise<Decision<never, ResetPasswordRefusal>> {
    return this.parts.audit.inTransaction<never, ResetPasswordRefusal>('resetPassword', null, () =>
      Promise.resolve(found),
    );
  }
}
