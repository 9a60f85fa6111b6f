import { createHash } from 'node:crypto';
import { accept, type Appointment, type Clock, type Decision, refuse } from '@satu-pintu/domain-kit';
import { appendToOutbox, type PostTakenUp } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { findAccount } from '../account/account.store.js';
import { holdAccounts } from '../account/account.store.js';
import type { AccountAudit } from '../audit/account-audit.js';

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

/**
 * A post that nobody has taken up, by its code; two who bring the code at once do not both get it. The hash goes with
 * the first use, so that a later look at the table tells nothing.
 */
const TAKE_UP = /* sql */ `
  with taken as (
    update appointment
       set account_id = $2, invitation_hash = null, invitation_expires_at = null
     where invitation_hash = $1 and account_id is null and is_active and invitation_expires_at > $3
    returning officer_id, agency_id, role
  )
  select officer_id as "officerId", agency_id as "agencyId", role from taken
`;

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
    const hash = createHash('sha256').update(code).digest();
    const now = this.clock.now();
    const taking = 'acceptInvitation';
    return this.audit.inTransaction<string, InvitationRefusal>(taking, { accountId }, async (tx, deed) => {
      if (this.areEmailsSent && !(await isVerified(tx, accountId)))
        return refuse({ kind: 'EmailNotVerified' });
      // An account that is being erased takes up nothing.
      if ((await holdAccounts(tx, [accountId])).size === 0) return refuse({ kind: 'InvitationNotFound' });
      const [taken] = await tx.query<Appointment[]>(TAKE_UP, [hash, accountId, now]);
      if (!taken) return refuse({ kind: 'InvitationNotFound' });
      // From here on the post acts; the log does not say who took it up.
      deed.actor = { kind: 'OFFICER', ...taken };
      await tellTakenUp(tx, taken.officerId, now);
      return accept(taken.officerId);
    });
  }
}

async function isVerified(tx: EntityManager, accountId: string): Promise<boolean> {
  const account = await findAccount(tx, accountId);
  return account !== null && account.emailVerifiedAt !== null;
}

/** A post is taken up once, so this is its only event here; that somebody has, and never who. */
async function tellTakenUp(tx: EntityManager, officerId: string, now: Date): Promise<void> {
  const payload: PostTakenUp = { officerId };
  await appendToOutbox(tx, { type: 'post.taken-up', aggregateId: officerId, version: 1, at: now, payload });
}
