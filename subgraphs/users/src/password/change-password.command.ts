import { accept, type Clock, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import { findAccount } from '../account/account.store.js';
import { readNewPassword } from '../account/credentials.rules.js';
import { type FreshProof, isStillProven, type Proof, type ProofRefusal } from '../account/fresh-proof.js';
import type { OwnSession } from '../account/own-session.js';
import type { Passwords } from '../account/passwords.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { ContactCodes } from '../phone/contact-codes.js';
import { replacePassword } from './new-password.js';

/** That it is the owner, and what is to be the password. */
export interface ChangePasswordRequest {
  readonly proof: Proof;
  readonly newPassword: string;
}

/** Gives one's own account another password; the other sessions end. */
export class ChangePasswordCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly proof: FreshProof,
    private readonly passwords: Passwords,
    private readonly codes: ContactCodes,
    private readonly clock: Clock,
  ) {}

  async execute(
    { proof, newPassword }: ChangePasswordRequest,
    { accountId, sessionId }: OwnSession,
  ): Promise<Decision<true, ProofRefusal | InvalidInput>> {
    const password = readNewPassword(newPassword, 'newPassword');
    if (!password.ok) return password;
    const proven = await this.proof.check(proof, accountId);
    if (!proven.ok) return this.audit.refused('changePassword', { accountId }, proven);
    const passwordHash = await this.passwords.hash(password.value);
    const now = this.clock.now();
    return this.audit.inTransaction<true, ProofRefusal>('changePassword', { accountId }, async (tx) => {
      if (!(await isStillProven(tx, accountId, proven.value))) return refuse({ kind: 'OwnerNotProven' });
      await replacePassword(tx, { accountId, passwordHash, sparedSession: sessionId, now });
      const account = await findAccount(tx, accountId);
      if (account) await this.codes.tellChanged(tx, account, now);
      return accept(true);
    });
  }
}
