import { setTimeout as pause } from 'node:timers/promises';
import { accept, type Clock, type Decision, type InvalidInput } from '@satu-pintu/domain-kit';
import type { Attempts, TooManyAttempts } from '../account/attempts.js';
import type { AccountAudit } from '../audit/account-audit.js';
import { type Contact, findAccountByContact, type GivenContact, readContact } from '../phone/contact.js';
import type { ContactCodes } from '../phone/contact-codes.js';
import type { PhoneLimits } from '../phone/phone-limits.js';
import type { Vault } from '../vault/vault.js';

/** Longer than the work takes: how long the answer takes must not say whether there was any. */
const ANSWER_MS = 300;

/** Whether anything is sent at all, which is the same for every address and number. */
export interface SentAtAll {
  readonly areEmailsSent: boolean;
  readonly areTextMessagesSent: boolean;
}

/** What asking for a code needs. */
export interface PasswordResetParts {
  readonly audit: AccountAudit;
  readonly vault: Vault;
  readonly codes: ContactCodes;
  readonly attempts: Attempts;
  readonly limits: PhoneLimits;
  readonly clock: Clock;
}

/** Sends a code to choose a new password with. Whether the address or number has an account, nobody learns. */
export class RequestPasswordResetCommand {
  constructor(private readonly parts: PasswordResetParts) {}

  async execute(given: GivenContact): Promise<Decision<SentAtAll, InvalidInput | TooManyAttempts>> {
    const { audit, codes } = this.parts;
    const contact = readContact(given);
    if (!contact.ok) return contact;
    const allowed = await this.allow(contact.value);
    const meant = { address: contact.value.name };
    if (!allowed.ok) return audit.refused('requestPasswordReset', meant, allowed);
    await Promise.all([this.sendCode(contact.value), pause(ANSWER_MS)]);
    return accept({ areEmailsSent: codes.letters.areSent, areTextMessagesSent: codes.messages.areSent });
  }

  private async allow(contact: Contact): Promise<Decision<true, TooManyAttempts>> {
    const allowed = await this.parts.attempts.count(contact.name);
    return allowed.ok ? this.parts.limits.count(contact) : allowed;
  }

  private async sendCode(contact: Contact): Promise<void> {
    const { audit, vault, codes, clock } = this.parts;
    await audit.inTransaction('requestPasswordReset', { address: contact.name }, async (tx) => {
      const account = codes.areSentTo(contact) ? await findAccountByContact(tx, vault, contact) : null;
      if (account) await codes.offerReset(tx, account, contact, clock.now());
      return accept(true);
    });
  }
}
