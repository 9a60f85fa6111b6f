import { randomUUID } from 'node:crypto';
import {
  accept,
  type Clock,
  type Decision,
  type InvalidInput,
  type Locale,
  refuse,
} from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { AccountAudit } from '../audit/account-audit.js';
import type { SignInWayNotOffered } from '../phone/change-phone.command.js';
import { type Contact, findAccountByContact, type GivenContact, readContact } from '../phone/contact.js';
import type { ContactCodes } from '../phone/contact-codes.js';
import type { PhoneLimits } from '../phone/phone-limits.js';
import type { Vault } from '../vault/vault.js';
import { saveAccount } from './account.store.js';
import { type Attempts, BUSY, type TooManyAttempts } from './attempts.js';
import { readDisplayName, readNewPassword } from './credentials.rules.js';
import { newAccount, newReporterKey } from './new-account.js';
import type { Passwords } from './passwords.js';

/** What someone tells to get an account. */
export interface SignUpRequest extends GivenContact {
  readonly password: string;
  readonly displayName: string;
}

/** The contact to sign in with, and whether anything is sent to such contacts here, which is the same for all. */
export interface SignedUp {
  readonly contact: Contact;
  readonly isVerificationSent: boolean;
}

/** Why there is no account. */
export type SignUpRefusal = InvalidInput | TooManyAttempts | SignInWayNotOffered;

/** What signing up needs. */
export interface SignUpParts {
  readonly audit: AccountAudit;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly limits: PhoneLimits;
  readonly vault: Vault;
  readonly codes: ContactCodes;
  readonly clock: Clock;
}

/**
 * Makes an account. For a contact that is taken it changes nothing, does the same work and says the same, because the
 * answer would otherwise tell anybody who has an account; the owner of the contact signs in as before.
 */
export class SignUpCommand {
  constructor(private readonly parts: SignUpParts) {}

  async execute(request: SignUpRequest, locale: Locale): Promise<Decision<SignedUp, SignUpRefusal>> {
    const { audit, passwords, vault, codes, clock } = this.parts;
    const read = readContact(request);
    if (!read.ok) return read;
    const contact = read.value;
    const password = readNewPassword(request.password);
    if (!password.ok) return password;
    const displayName = readDisplayName(request.displayName);
    if (!displayName.ok) return displayName;

    if (passwords.isBusy) return refuse(BUSY);
    const meant = { address: contact.name };
    const allowed = await this.allow(contact);
    if (!allowed.ok) return audit.refused('signUp', meant, allowed);

    const now = clock.now();
    const account = newAccount(
      {
        id: randomUUID(),
        contact,
        displayName: displayName.value,
        passwordHash: await passwords.hash(password.value),
        locale,
        isDemo: false,
        reporterKey: newReporterKey(),
      },
      vault,
      now,
    );
    // Whether the contact was free is told by the log as little as by the answer.
    return audit.inTransaction<SignedUp, never>('signUp', meant, async (tx) => {
      if (await saveAccount(tx, account)) await codes.askForProof(tx, account, contact, now);
      else await this.remindOwner(tx, contact, now);
      return accept({ contact, isVerificationSent: codes.areSentTo(contact) });
    });
  }

  private async allow(contact: Contact): Promise<Decision<true, TooManyAttempts | SignInWayNotOffered>> {
    const { attempts, limits, codes } = this.parts;
    // An address that nobody wrote to may be verified later; a number that nobody can be reached by is of no use.
    if (contact.kind === 'PHONE' && !codes.areSentTo(contact)) return refuse({ kind: 'SignInWayNotOffered' });
    const allowed = await attempts.count(contact.name);
    return allowed.ok ? limits.count(contact) : allowed;
  }

  /** The owner learns what whoever asked does not. */
  private async remindOwner(tx: EntityManager, contact: Contact, now: Date): Promise<void> {
    const owner = await findAccountByContact(tx, this.parts.vault, contact);
    if (owner) await this.parts.codes.remind(tx, owner, contact, now);
  }
}
