import { accept, type Clock, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import { type FreshProof, isStillProven, type Proof, type ProofRefusal } from '../account/fresh-proof.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Vault } from '../vault/vault.js';
import { decideErasure, type ErasureReceipt, type PostStillHeld, receiptOf } from './erasure.rules.js';
import { forgetAccount, lockAccount } from './erasure.store.js';

/** What the owner of an account says to leave. */
export interface ErasureRequest {
  readonly proof: Proof;
  readonly confirm: boolean;
}

/** Why the account stays. */
export type ErasureRefusal = ProofRefusal | InvalidInput | PostStillHeld;

/** Removes an account with all that is known of its owner (UU 27/2022), and says what went and what stays. */
export class EraseAccountCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly proof: FreshProof,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async execute(
    { proof, confirm }: ErasureRequest,
    accountId: string,
  ): Promise<Decision<ErasureReceipt, ErasureRefusal>> {
    const proven = await this.proof.check(proof, accountId);
    const erasing = 'eraseAccount';
    if (!proven.ok) return this.audit.refused(erasing, { accountId }, proven);
    return this.audit.inTransaction<ErasureReceipt, ErasureRefusal>(
      erasing,
      { accountId },
      async (tx, deed) => {
        const isThere = await lockAccount(tx, accountId);
        if (!isThere || !(await isStillProven(tx, accountId, proven.value)))
          return refuse({ kind: 'OwnerNotProven' });
        const posts = await holdAppointments(tx, accountId);
        const decision = decideErasure(
          posts.map(({ officerId }) => officerId),
          confirm,
        );
        if (!decision.ok) return decision;
        // That one was erased that day; which one would be a record of a person.
        deed.actor = { kind: 'SOMEBODY' };
        return accept(receiptOf(await forgetAccount(tx, this.vault, accountId), this.clock.now()));
      },
    );
  }
}
