import { accept, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { findAccount, holdAccounts } from '../account/account.store.js';
import type { AccountAudit } from '../audit/account-audit.js';
import { lockInvitedPost, takeUpPost } from './take-up-post.js';

/** A code that is unknown, used or over is one and the same to whoever brings it. */
export interface InvitationNotFound {
  readonly kind: 'InvitationNotFound';
}

/** News of an office's reports must not go to an address that may be a stranger's. */
export interface EmailNotVerified {
  readonly kind: 'EmailNotVerified';
}

/** Why the post is not taken up. */
export type InvitationRefusal = InvitationNotFound | EmailNotVerified;

/** Takes up a post with the code of the invitation; it counts from the next access token on. */
export class AcceptInvitationCommand {
  constructor(
    private readonly audit: AccountAudit,
    private readonly clock: Clock,
    /** Whether addresses can be verified at all, and then have to be. */
    private readonly areEmailsSent: boolean,
  ) {}

  /** Answers the id of the post. */
  async execute(code: string, accountId: string): Promise<Decision<string, InvitationRefusal>> {
    const now = this.clock.now();
    const taking = 'acceptInvitation';
    return this.audit.inTransaction<string, InvitationRefusal>(taking, { accountId }, async (tx, deed) => {
      if (this.areEmailsSent && !(await isVerified(tx, accountId)))
        return refuse({ kind: 'EmailNotVerified' });
      // An account that is being erased takes up nothing.
      if ((await holdAccounts(tx, [accountId])).size === 0) return refuse({ kind: 'InvitationNotFound' });
      const post = await lockInvitedPost(tx, code, now);
      if (!post) return refuse({ kind: 'InvitationNotFound' });
      await takeUpPost(tx, post, accountId, now);
      // From here on the post acts; the log does not say who took it up.
      deed.actor = { kind: 'OFFICER', ...post };
      return accept(post.officerId);
    });
  }
}

async function isVerified(tx: EntityManager, accountId: string): Promise<boolean> {
  const account = await findAccount(tx, accountId);
  return account !== null && account.emailVerifiedAt !== null;
}
