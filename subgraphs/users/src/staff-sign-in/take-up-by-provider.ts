import { randomBytes, randomUUID } from 'node:crypto';
import { accept, type Clock, type Decision, type Locale, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { findAccountByEmail, holdAccounts, markVerified, saveAccount } from '../account/account.store.js';
import { newAccount, newReporterKey } from '../account/new-account.js';
import type { Passwords } from '../account/passwords.js';
import type { InvitationNotFound } from '../appointment/accept-invitation.command.js';
import { lockInvitedPost, takeUpPost } from '../appointment/take-up-post.js';
import type { AccountAudit } from '../audit/account-audit.js';
import { replacePassword } from '../password/new-password.js';
import { forgetStrangersFactors } from '../password/strangers-factors.js';
import type { Vault } from '../vault/vault.js';
import type { StaffIdentity } from './staff-sign-in.rules.js';

/** An invitation to a post, and the language of whoever brings it. */
export interface Invitation {
  readonly code: string;
  readonly locale: Locale;
}

/** What an account is made with that begins at the provider. */
interface Beginning extends Invitation {
  /** Of a password that nobody knows; its owner chooses one by e-mail, or never needs one. */
  readonly passwordHash: string;
  readonly now: Date;
}

/**
 * Gives an invited post to whoever the provider vouches for. Two things are shown: the code, which the agency handed over,
 * and the address, with which the provider answers for the person.
 */
export class TakeUpByProvider {
  constructor(
    private readonly audit: AccountAudit,
    private readonly passwords: Passwords,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async execute(
    identity: StaffIdentity,
    invitation: Invitation,
  ): Promise<Decision<true, InvitationNotFound>> {
    const now = this.clock.now();
    const passwordHash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    const meant = { address: identity.email };
    return this.audit.inTransaction<true, InvitationNotFound>('acceptInvitation', meant, async (tx, deed) => {
      const post = await lockInvitedPost(tx, invitation.code, now);
      if (!post) return refuse({ kind: 'InvitationNotFound' });
      const accountId = await this.accountOf(tx, identity, { ...invitation, passwordHash, now });
      // An account that is being erased takes up nothing.
      if ((await holdAccounts(tx, [accountId])).size === 0) return refuse({ kind: 'InvitationNotFound' });
      await takeUpPost(tx, post, accountId, now);
      deed.actor = { kind: 'OFFICER', ...post };
      return accept(true);
    });
  }

  private async accountOf(
    tx: EntityManager,
    { email, isMailboxVerified }: StaffIdentity,
    { locale, passwordHash, now }: Beginning,
  ): Promise<string> {
    const displayName = email.slice(0, email.lastIndexOf('@'));
    const contact = { kind: 'EMAIL', name: email } as const;
    const person = { contact, displayName, passwordHash, locale, isDemo: false };
    const made = newAccount({ ...person, id: randomUUID(), reporterKey: newReporterKey() }, this.vault, now);
    const isNew = await saveAccount(tx, made);
    const id = isNew ? made.id : ((await findAccountByEmail(tx, email))?.id ?? made.id);
    // Nobody had shown that the address is theirs: whoever signed up with it must not get the post by their password.
    if (!isNew && (await forgetStrangersFactors(tx, id, 'EMAIL'))) {
      await replacePassword(tx, { accountId: id, passwordHash, sparedSession: null, now });
    }
    if (isMailboxVerified) await markVerified(tx, id, now);
    return id;
  }
}
