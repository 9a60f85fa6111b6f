import type { OfficerSnapshot, PlacedEvent } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** What the consumer listens to. */
export const APPOINTMENT_EVENTS = ['officer.appointed', 'officer.changed', 'officer.ended'];

/**
 * Who has taken a post up is known here alone: no later word about the post takes that away, nor does an old code. Its tokens speak
 * of the post as it was, so they hold no more.
 */
const PROJECT = /* sql */ `
  with changed as (
  insert into appointment
    (officer_id, agency_id, role, account_id, is_active, version, invitation_hash, invitation_expires_at)
  select distinct on (officer_id)
         officer_id, agency_id, role, account_id, is_active, version,
         decode(first_value(code_hash) over invited, 'base64'), first_value(expires_at) over invited
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::boolean[], $6::integer[], $7::text[],
           $8::timestamptz[])
      as told (officer_id, agency_id, role, account_id, is_active, version, code_hash, expires_at)
  -- The last invitation counts, though later words about the post say nothing of it.
  window invited as (partition by officer_id order by code_hash is null, version desc)
   order by officer_id, version desc
  on conflict (officer_id) do update
     set agency_id = excluded.agency_id, role = excluded.role, is_active = excluded.is_active,
         version = excluded.version, account_id = coalesce(excluded.account_id, appointment.account_id),
         invitation_hash = coalesce(excluded.invitation_hash, appointment.invitation_hash),
         invitation_expires_at = coalesce(excluded.invitation_expires_at, appointment.invitation_expires_at)
   where appointment.version < excluded.version
  returning account_id
  )
  insert into revocation (account_id) select distinct account_id from changed where account_id is not null
`;

/** Keeps the newest word on each post, whatever the order in which it comes. */
export async function projectAppointments(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  const posts = events.map(({ payload, version }) => ({ ...(payload as OfficerSnapshot), version }));
  await tx.query(PROJECT, [
    posts.map((post) => post.id),
    posts.map((post) => post.agencyId),
    posts.map((post) => post.role),
    posts.map((post) => post.accountId),
    posts.map((post) => post.isActive),
    posts.map((post) => post.version),
    posts.map((post) => (post.invitation ? base64(post.invitation.codeHash) : null)),
    posts.map((post) => post.invitation?.expiresAt ?? null),
  ]);
}

/** PostgreSQL reads the plain alphabet. */
function base64(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64');
}
