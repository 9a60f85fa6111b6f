import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { type CodeNotFound, findCode, spendCode } from '../account/account-codes.js';
import { markPhoneVerified, markVerified } from '../account/account.store.js';
import type { Attempts, TooManyAttempts } from '../account/attempts.js';
import { type Contact, findAccountByContact, readContact } from '../phone/contact.js';
import { spendPhoneCode, tryPhoneCode } from '../phone/phone-codes.js';
import type { Vault } from '../vault/vault.js';

/** What somebody brings to choose a new password. */
export interface GivenResetCode {
  /** Null or absent for a code that came by e-mail, which is long enough to name its account. */
  readonly phone?: string | null | undefined;
  readonly code: string;
}

/** Whose password may be replaced, and what was shown for it. */
export interface FoundReset {
  readonly accountId: string;
  readonly by: Contact['kind'];
}

/** Codes for a new password, by e-mail and by text message. */
export class ResetCodes {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    /** Counts tries for a number, known or not. */
    private readonly attempts: Attempts,
  ) {}

  /** Whose code it is; it still works. */
  async find(
    { phone, code }: GivenResetCode,
    now: Date,
  ): Promise<Decision<FoundReset, InvalidInput | CodeNotFound | TooManyAttempts>> {
    if (typeof phone === 'string') return this.findByPhone(phone, code, now);
    const accountId = await findCode(this.database.manager, code, 'RESET_PASSWORD', now);
    return accountId === null ? refuse({ kind: 'CodeNotFound' }) : accept({ accountId, by: 'EMAIL' });
  }

  /** Uses the code up; false when somebody else was quicker. */
  spend(tx: EntityManager, { accountId, by }: FoundReset, code: string): Promise<boolean> {
    return by === 'EMAIL'
      ? spendCode(tx, code)
      : spendPhoneCode(tx, this.vault, { accountId, purpose: 'RESET_PASSWORD' }, code);
  }

  /** Whoever has read the code has shown that the address or number is theirs. */
  markVerified(tx: EntityManager, { accountId, by }: FoundReset, now: Date): Promise<void> {
    return by === 'EMAIL' ? markVerified(tx, accountId, now) : markPhoneVerified(tx, accountId, now);
  }

  private async findByPhone(
    phone: string,
    code: string,
    now: Date,
  ): Promise<Decision<FoundReset, InvalidInput | CodeNotFound | TooManyAttempts>> {
    const contact = readContact({ phone });
    if (!contact.ok) return contact;
    const allowed = await this.attempts.count(contact.value.name);
    if (!allowed.ok) return allowed;
    return inTransaction(this.database, async (tx) => {
      const account = await findAccountByContact(tx, this.vault, contact.value);
      // For a number that nobody has the same is asked, of an account that is not there.
      const owner = { accountId: account?.id ?? NOBODY, purpose: 'RESET_PASSWORD' } as const;
      const proven = await tryPhoneCode(tx, this.vault, owner, code, now);
      // Sent to the number that the account had then: a code does not outlive a change of it.
      const isTheirs = account?.phoneHash && proven?.phoneHash.equals(account.phoneHash);
      return isTheirs ? accept({ accountId: account.id, by: 'PHONE' }) : refuse({ kind: 'CodeNotFound' });
    });
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
