import { createHash } from 'node:crypto';
import type { Appointment } from '@satu-pintu/domain-kit';
import { appendToOutbox, type PostTakenUp } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** A post that nobody has taken up, by its code; held, so that two who bring the code at once do not both get it. */
const LOCK_INVITED = /* sql */ `
  select officer_id as "officerId", agency_id as "agencyId", role from appointment
   where invitation_hash = $1 and account_id is null and is_active and invitation_expires_at > $2
     for update
`;

/*
 * The hash goes with the first use, so that a later look at the table tells nothing; and what was ordered for whoever
 * might have held the post is not ordered for this one.
 */
const TAKE_UP = /* sql */ `
  update appointment
     set account_id = $2, invitation_hash = null, invitation_expires_at = null, second_factor_reset_at = null
   where officer_id = $1
`;

/** The post to which a code invites, locked; null for a code that is unknown, used or over. */
export async function lockInvitedPost(
  tx: EntityManager,
  code: string,
  now: Date,
): Promise<Appointment | null> {
  const hash = createHash('sha256').update(code).digest();
  const [invited] = await tx.query<Appointment[]>(LOCK_INVITED, [hash, now]);
  return invited ?? null;
}

/**
 * Gives a locked post to an account, which the caller holds. A post is taken up once, so this is its only event here; it
 * says that somebody has, and never who.
 */
export async function takeUpPost(
  tx: EntityManager,
  { officerId }: Appointment,
  accountId: string,
  now: Date,
): Promise<void> {
  await tx.query(TAKE_UP, [officerId, accountId]);
  const payload: PostTakenUp = { officerId };
  await appendToOutbox(tx, { type: 'post.taken-up', aggregateId: officerId, version: 1, at: now, payload });
}
