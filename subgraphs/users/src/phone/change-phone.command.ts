import { accept, type Clock, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import { findAccount } from '../account/account.store.js';
import type { Attempts, TooManyAttempts } from '../account/attempts.js';
import { type FreshProof, isStillProven, type Proof, type ProofRefusal } from '../account/fresh-proof.js';
import type { AccountAudit } from '../audit/account-audit.js';
import type { Contact } from './contact.js';
import type { ContactCodes } from './contact-codes.js';
import type { PhoneLimits } from './phone-limits.js';
import { readPhone } from './phone.js';

/** The house sends no text messages. */
export interface SignInWayNotOffered {
  readonly kind: 'SignInWayNotOffered';
}

/** Why nothing was sent. */
export type ChangePhoneRefusal = ProofRefusal | InvalidInput | TooManyAttempts | SignInWayNotOffered;

/** What changing a number needs. */
export interface PhoneParts {
  readonly audit: AccountAudit;
  readonly proof: FreshProof;
  readonly codes: ContactCodes;
  readonly limits: PhoneLimits;
  /** Counts what one account may cause. */
  readonly attempts: Attempts;
  readonly clock: Clock;
}

/** Sends a code to a number that is to be that of the account. Until it is brought back, nothing has changed. */
export class ChangePhoneCommand {
  constructor(private readonly parts: PhoneParts) {}

  async execute(
    given: { readonly proof: Proof; readonly phone: string },
    accountId: string,
  ): Promise<Decision<true, ChangePhoneRefusal>> {
    const { audit, proof, codes, clock } = this.parts;
    const phone = readPhone(given.phone);
    if (!phone.ok) return phone;
    const changing = 'changePhone';
    const contact: Contact = { kind: 'PHONE', name: phone.value };
    const allowed = await this.allow(contact, accountId);
    if (!allowed.ok) return audit.refused(changing, { accountId }, allowed);
    const proven = await proof.check(given.proof, accountId);
    if (!proven.ok) return audit.refused(changing, { accountId }, proven);
    return audit.inTransaction<true, ChangePhoneRefusal>(changing, { accountId }, async (tx) => {
      const isProven = await isStillProven(tx, accountId, proven.value);
      const account = isProven ? await findAccount(tx, accountId) : null;
      if (!account) return refuse({ kind: 'OwnerNotProven' });
      await codes.askForProof(tx, account, contact, clock.now());
      return accept(true);
    });
  }

  private async allow(
    contact: Contact,
    accountId: string,
  ): Promise<Decision<true, TooManyAttempts | SignInWayNotOffered>> {
    const { codes, limits, attempts } = this.parts;
    if (!codes.areSentTo(contact)) return refuse({ kind: 'SignInWayNotOffered' });
    const byAccount = await attempts.count(accountId);
    return byAccount.ok ? limits.count(contact) : byAccount;
  }
}
