import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { lockCredentials } from '../account/account.store.js';
import type { OwnSession } from '../account/own-session.js';
import { endOtherSessions, giveTwoFactors } from '../session/session.store.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Vault } from '../vault/vault.js';
import { newRecoveryCodes, plainRecoveryCode } from './recovery-codes.js';
import type { InvalidCode } from './second-factor.rules.js';
import { lockEnrolment, putInForce } from './second-factor.store.js';
import { forgetChallenges } from './sign-in-challenges.js';
import { stepOf } from './totp.js';

/** Nothing is being set up, or it took too long. */
export interface EnrolmentEnded {
  readonly kind: 'EnrolmentEnded';
}

/**
 * Puts an app in force once it shows the right code, and hands out recovery codes. This session has two factors now;
 * the others of the account began with less, and end.
 */
export class ConfirmSecondFactorCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  execute(
    code: string,
    { accountId, sessionId }: OwnSession,
  ): Promise<Decision<readonly string[], EnrolmentEnded | InvalidCode>> {
    const now = this.clock.now();
    const confirming = 'confirmSecondFactor';
    return this.audit.inTransaction<readonly string[], EnrolmentEnded | InvalidCode>(
      confirming,
      { accountId },
      async (tx) => {
        // No session begins meanwhile with less than this.
        await lockCredentials(tx, accountId);
        const enrolment = await lockEnrolment(tx, accountId);
        if (!enrolment || enrolment.expiresAt <= now) return refuse({ kind: 'EnrolmentEnded' });
        const secret = this.vault.openSecondFactor(accountId, enrolment.sealedSecret);
        const step = stepOf(secret, code.replaceAll(/\s/g, ''), now);
        if (step === null) return refuse({ kind: 'InvalidCode' });
        const codes = newRecoveryCodes();
        const codeHashes = codes.map((text) =>
          this.vault.hashRecoveryCode(accountId, plainRecoveryCode(text)),
        );
        await putInForce(tx, enrolment, { step, codeHashes, now });
        await forgetChallenges(tx, accountId);
        await giveTwoFactors(tx, sessionId);
        await endOtherSessions(tx, accountId, sessionId, now);
        return accept(codes);
      },
    );
  }
}
