import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { AccountEntity } from '../account/account.entity.js';
import { findAccount } from '../account/account.store.js';
import { type FreshProof, isStillProven, type Proof, type ProofRefusal } from '../account/fresh-proof.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { OwnerLetters } from '../notification/owner-letters.js';
import { forgetPhoneCodes } from './phone-codes.js';

/** Without the number nobody could sign in to the account. */
export interface LastContact {
  readonly kind: 'LastContact';
}

/** Takes the number away from an account that has an e-mail address. Removing what is not there is no error. */
export class RemovePhoneCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly proof: FreshProof,
    private readonly letters: OwnerLetters,
    private readonly clock: Clock,
  ) {}

  async execute(proof: Proof, accountId: string): Promise<Decision<true, ProofRefusal | LastContact>> {
    const removing = 'removePhone';
    const proven = await this.proof.check(proof, accountId);
    if (!proven.ok) return this.audit.refused(removing, { accountId }, proven);
    return this.audit.inTransaction<true, ProofRefusal | LastContact>(removing, { accountId }, async (tx) => {
      const isProven = await isStillProven(tx, accountId, proven.value);
      const account = isProven ? await findAccount(tx, accountId) : null;
      if (!account) return refuse({ kind: 'OwnerNotProven' });
      if (account.email === null) return refuse({ kind: 'LastContact' });
      await forgetPhoneCodes(tx, accountId);
      const nothing = { phoneHash: null, sealedPhone: null, phoneVerifiedAt: null };
      await tx.update(AccountEntity, { id: accountId }, nothing);
      if (account.phoneHash && account.emailVerifiedAt) {
        await this.letters.write(tx, accountId, { kind: 'PHONE_CHANGED', now: this.clock.now() });
      }
      return accept(true);
    });
  }
}
