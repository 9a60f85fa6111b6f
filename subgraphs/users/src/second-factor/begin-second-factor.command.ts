import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { findAccount } from '../account/account.store.js';
import { type FreshProof, isStillProven, type Proof, type ProofRefusal } from '../account/fresh-proof.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Vault } from '../vault/vault.js';
import { checkCode, type CodeRefusal, type GivenCode } from './check-code.js';
import { saveEnrolment } from './second-factor.store.js';
import { newSecret, secretUri } from './totp.js';

/** Long enough to install an app. */
const LIFE_MS = 15 * 60_000;

/** What the owner's app is given, this once. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
  readonly expiresAt: Date;
}

/** What somebody brings to set up an app. */
export interface BeginSecondFactorRequest extends GivenCode {
  readonly proof: Proof;
}

/**
 * Makes a secret for an authenticator app. A factor that is in force stays so until a code of the new one was shown,
 * and is itself asked for: whoever has found an open device does not exchange it.
 */
export class BeginSecondFactorCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly vault: Vault,
    private readonly proof: FreshProof,
    private readonly clock: Clock,
  ) {}

  async execute(
    request: BeginSecondFactorRequest,
    accountId: string,
  ): Promise<Decision<Enrolment, ProofRefusal | CodeRefusal>> {
    const proven = await this.proof.check(request.proof, accountId);
    if (!proven.ok) return this.audit.refused('beginSecondFactor', { accountId }, proven);
    const now = this.clock.now();
    return this.audit.inTransaction<Enrolment, ProofRefusal | CodeRefusal>(
      'beginSecondFactor',
      { accountId },
      async (tx) => {
        const isProven = await isStillProven(tx, accountId, proven.value);
        const account = isProven ? await findAccount(tx, accountId) : null;
        if (!account) return refuse({ kind: 'OwnerNotProven' });
        const checked = await checkCode(tx, this.vault, accountId, request, now);
        if (!checked.ok) return checked;
        const secret = newSecret();
        const sealedSecret = this.vault.sealSecondFactor(accountId, secret);
        const expiresAt = new Date(now.getTime() + LIFE_MS);
        await saveEnrolment(tx, { accountId, sealedSecret, expiresAt });
        return accept({ secret, uri: secretUri(secret, account.email ?? account.displayName), expiresAt });
      },
    );
  }
}
