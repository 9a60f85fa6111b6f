import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { lockCredentials } from '../account/account.store.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import { takeTwoFactors } from '../session/session.store.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Vault } from '../vault/vault.js';
import { checkCode, type CodeRefusal, type GivenCode } from './check-code.js';
import { forgetSecondFactor } from './second-factor.store.js';
import { forgetChallenges } from './sign-in-challenges.js';

/** Whoever holds a post cannot be without. */
export interface SecondFactorNeeded {
  readonly kind: 'SecondFactorNeeded';
}

/** Takes the factor of a citizen out of force. Removing what is not there is no error. */
export class RemoveSecondFactorCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  execute(given: GivenCode, accountId: string): Promise<Decision<true, CodeRefusal | SecondFactorNeeded>> {
    return this.audit.inTransaction<true, CodeRefusal | SecondFactorNeeded>(
      'removeSecondFactor',
      { accountId },
      async (tx) => {
        await lockCredentials(tx, accountId);
        const posts = await holdAppointments(tx, accountId);
        if (posts.length > 0) return refuse({ kind: 'SecondFactorNeeded' });
        const checked = await checkCode(tx, this.vault, accountId, given, this.clock.now());
        if (!checked.ok) return checked;
        await forgetSecondFactor(tx, accountId);
        await forgetChallenges(tx, accountId);
        // A post that comes later asks for a factor again.
        await takeTwoFactors(tx, accountId);
        return accept(true);
      },
    );
  }
}
