import type { EntityManager } from 'typeorm';
import { issueCode } from '../account/account-codes.js';
import type { AccountEntity } from '../account/account.entity.js';
import type { OwnerLetters } from '../notification/owner-letters.js';
import type { TextMessages } from '../text-message/text-messages.js';
import type { Vault } from '../vault/vault.js';
import type { Contact } from './contact.js';
import { issuePhoneCode } from './phone-codes.js';

/** Somebody who is written to about the account itself. */
type Owner = Pick<AccountEntity, 'id' | 'locale'>;

/** Writes to the owner of a contact, by e-mail or text message, whichever it is. */
export class ContactCodes {
  constructor(
    private readonly vault: Vault,
    readonly letters: OwnerLetters,
    readonly messages: TextMessages,
  ) {}

  /** Whether anything is sent to contacts of this kind at all. */
  areSentTo({ kind }: Contact): boolean {
    return kind === 'EMAIL' ? this.letters.areSent : this.messages.areSent;
  }

  /** A code that shows that the contact is theirs. */
  async askForProof(tx: EntityManager, owner: Owner, contact: Contact, now: Date): Promise<void> {
    await this.send(tx, owner, contact, 'VERIFY', now);
  }

  /** A code to choose a new password with. */
  async offerReset(tx: EntityManager, owner: Owner, contact: Contact, now: Date): Promise<void> {
    await this.send(tx, owner, contact, 'RESET', now);
  }

  /** Whoever signed up with the contact is told nothing; its owner is. */
  async remind(tx: EntityManager, { id, locale }: Owner, contact: Contact, now: Date): Promise<void> {
    const kind = 'ACCOUNT_EXISTS';
    if (contact.kind === 'EMAIL') await this.letters.write(tx, id, { kind, now });
    else await this.messages.write(tx, { accountId: id, phone: contact.name, kind, locale, now });
  }

  /** The password is another one: told by what was shown to be the owner's, e-mail before telephone. */
  async tellChanged(tx: EntityManager, account: AccountEntity, now: Date): Promise<void> {
    const { id: accountId, locale, emailVerifiedAt, phoneVerifiedAt, sealedPhone } = account;
    const kind = 'PASSWORD_CHANGED';
    if (emailVerifiedAt) await this.letters.write(tx, accountId, { kind, now });
    else if (phoneVerifiedAt && sealedPhone !== null) {
      const phone = this.vault.openPhone(sealedPhone);
      await this.messages.write(tx, { accountId, phone, kind, locale, now });
    }
  }

  private async send(
    tx: EntityManager,
    { id: accountId, locale }: Owner,
    contact: Contact,
    purpose: 'VERIFY' | 'RESET',
    now: Date,
  ): Promise<void> {
    if (!this.areSentTo(contact)) return;
    if (contact.kind === 'EMAIL') {
      const kind = purpose === 'VERIFY' ? 'VERIFY_EMAIL' : 'RESET_PASSWORD';
      const code = await issueCode(tx, accountId, kind, now);
      await this.letters.write(tx, accountId, { kind, code, now });
      return;
    }
    const kind = purpose === 'VERIFY' ? 'VERIFY_PHONE' : 'RESET_PASSWORD';
    const phone = contact.name;
    const code = await issuePhoneCode(tx, this.vault, { accountId, purpose: kind }, phone, now);
    await this.messages.write(tx, { accountId, phone, kind, code, locale, now });
  }
}
