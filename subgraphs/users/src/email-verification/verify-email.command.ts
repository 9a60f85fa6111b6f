import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { type CodeNotFound, findCode, spendCode } from '../account/account-codes.js';
import type { AccountAudit } from '../audit/account-audit.js';
import { lockCredentials, markVerified } from '../account/account.store.js';

/**
 * Takes the code that was sent to the address of an account, from its owner who is signed in: a stranger who finds the
 * letter of an account that somebody else made with their address must not confirm it by a click.
 */
export class VerifyEmailCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly clock: Clock,
  ) {}

  execute(code: string, accountId: string): Promise<Decision<true, CodeNotFound>> {
    const now = this.clock.now();
    return this.audit.inTransaction<true, CodeNotFound>('verifyEmail', { accountId }, async (tx) => {
      await lockCredentials(tx, accountId);
      const isTheirs = (await findCode(tx, code, 'VERIFY_EMAIL', now)) === accountId;
      if (!isTheirs || !(await spendCode(tx, code))) return refuse({ kind: 'CodeNotFound' });
      await markVerified(tx, accountId, now);
      return accept(true);
    });
  }
}
