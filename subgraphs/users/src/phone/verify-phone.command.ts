import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { violatedConstraint } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';
import type { CodeNotFound } from '../account/account-codes.js';
import { AccountEntity } from '../account/account.entity.js';
import { lockCredentials } from '../account/account.store.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { OwnerLetters } from '../notification/owner-letters.js';
import type { Vault } from '../vault/vault.js';
import { type ProvenPhone, spendPhoneCode, tryPhoneCode } from './phone-codes.js';

/** Another account is known by the number; whoever is told so has shown that it is theirs. */
export interface PhoneTaken {
  readonly kind: 'PhoneTaken';
}

/** Why the number is not that of the account. */
export type VerifyPhoneRefusal = CodeNotFound | PhoneTaken;

/** Takes the six digits that were sent to a number, which is from then on that of the account. */
export class VerifyPhoneCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly vault: Vault,
    private readonly letters: OwnerLetters,
    private readonly clock: Clock,
  ) {}

  async execute(code: string, accountId: string): Promise<Decision<true, VerifyPhoneRefusal>> {
    try {
      return await this.verify(code, accountId);
    } catch (error) {
      if (violatedConstraint(error) !== 'account_phone_is_unique') throw error;
      // Another account has proven the number since it was looked for; now it is found there.
      return this.verify(code, accountId);
    }
  }

  private verify(code: string, accountId: string): Promise<Decision<true, VerifyPhoneRefusal>> {
    const now = this.clock.now();
    const owner = { accountId, purpose: 'VERIFY_PHONE' } as const;
    return this.audit.inTransaction<true, VerifyPhoneRefusal>('verifyPhone', { accountId }, async (tx) => {
      const account = await lockCredentials(tx, accountId);
      const proven = account && (await tryPhoneCode(tx, this.vault, owner, code, now));
      if (!proven) return refuse({ kind: 'CodeNotFound' });
      await spendPhoneCode(tx, this.vault, owner, code);
      const other = await tx.findOneBy(AccountEntity, { phoneHash: proven.phoneHash });
      if (other && other.id !== accountId) return refuse({ kind: 'PhoneTaken' });
      await this.save(tx, account, proven, now);
      return accept(true);
    });
  }

  private async save(
    tx: EntityManager,
    { id, phoneHash, emailVerifiedAt }: AccountEntity,
    proven: ProvenPhone,
    now: Date,
  ): Promise<void> {
    const isAnother = !phoneHash?.equals(proven.phoneHash);
    const { phoneHash: hash, sealedPhone } = proven;
    await tx.update(AccountEntity, { id }, { phoneHash: hash, sealedPhone, phoneVerifiedAt: now });
    if (isAnother && emailVerifiedAt) await this.letters.write(tx, id, { kind: 'PHONE_CHANGED', now });
  }
}
