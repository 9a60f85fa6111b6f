import { accept, type Clock, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import { type CodeNotFound, findCode, spendCode } from '../account/account-codes.js';
import { lockCredentials, markVerified } from '../account/account.store.js';
import { BUSY, type TooManyAttempts } from '../account/attempts.js';
import { readNewPassword } from '../account/credentials.rules.js';
import type { Passwords } from '../account/passwords.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { OwnerLetters } from '../notification/owner-letters.js';
import { replacePassword } from './new-password.js';
import { forgetStrangersFactors } from './strangers-factors.js';

/** A code that was sent to the address, and what is to be the password. */
export interface ResetPasswordRequest {
  readonly code: string;
  readonly newPassword: string;
}

/** Why the password stays. */
export type ResetPasswordRefusal = InvalidInput | CodeNotFound | TooManyAttempts;

/** Lets whoever reads the mailbox of an account choose its password. All sessions end; a second factor stays. */
export class ResetPasswordCommand {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AccountAudit,
    private readonly passwords: Passwords,
    private readonly letters: OwnerLetters,
    private readonly clock: Clock,
  ) {}

  async execute({ code, newPassword }: ResetPasswordRequest): Promise<Decision<true, ResetPasswordRefusal>> {
    const password = readNewPassword(newPassword, 'newPassword');
    if (!password.ok) return password;
    const now = this.clock.now();
    // Looked up before anything is hashed: invented codes cost no more than this.
    const accountId = await findCode(this.database.manager, code, 'RESET_PASSWORD', now);
    if (accountId === null) return this.refuseUnknown();
    if (this.passwords.isBusy) return refuse(BUSY);
    const passwordHash = await this.passwords.hash(password.value);
    return this.audit.inTransaction<true, CodeNotFound>('resetPassword', { accountId }, async (tx) => {
      // Before the code, as everybody does who changes credentials: they wait for each other here.
      await lockCredentials(tx, accountId);
      if (!(await spendCode(tx, code))) return refuse({ kind: 'CodeNotFound' });
      await forgetStrangersFactors(tx, accountId);
      await markVerified(tx, accountId, now);
      await replacePassword(tx, { accountId, passwordHash, sparedSession: null, now });
      await this.letters.write(tx, accountId, { kind: 'PASSWORD_CHANGED', now });
      return accept(true);
    });
  }

  private refuseUnknown(): Promise<Decision<never, CodeNotFound>> {
    return this.audit.inTransaction<never, CodeNotFound>('resetPassword', null, () =>
      Promise.resolve(refuse({ kind: 'CodeNotFound' })),
    );
  }
}
