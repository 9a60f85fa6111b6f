import type { OfficerSnapshot, PlacedEvent } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** What the consumer listens to. */
export const APPOINTMENT_EVENTS = ['officer.appointed', 'officer.changed', 'officer.ended'];

const PROJECT = /* sql */ `
  insert into appointment (officer_id, agency_id, role, account_id, is_active, version)
  select distinct on (officer_id) officer_id, agency_id, role, account_id, is_active, version
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::boolean[], $6::integer[])
      as told (officer_id, agency_id, role, account_id, is_active, version)
   order by officer_id, version desc
  on conflict (officer_id) do update
     set agency_id = excluded.agency_id, role = excluded.role, account_id = excluded.account_id,
         is_active = excluded.is_active, version = excluded.version
   where appointment.version < excluded.version
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
  ]);
}
