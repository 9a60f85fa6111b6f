import type { AgencySnapshot, OfficerSnapshot, PlacedEvent } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** What this subgraph listens to of agencies. */
export const HIERARCHY_EVENTS = [
  'agency.registered',
  'agency.changed',
  'officer.appointed',
  'officer.changed',
  'officer.ended',
] as const;

const LEARN_AGENCIES = /* sql */ `
  insert into agency (id, code, name, kind, parent_id, path, house_path, time_zone, is_active, version)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::ltree[], $7::ltree[],
                       $8::text[], $9::boolean[], $10::int[])
  on conflict (id) do update
     set code = excluded.code, name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id,
         path = excluded.path, house_path = excluded.house_path, time_zone = excluded.time_zone,
         is_active = excluded.is_active, version = excluded.version
   where agency.version < excluded.version
`;

const LEARN_OFFICERS = /* sql */ `
  insert into officer_post (id, agency_id, role, can_sign_in, version)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::int[])
  on conflict (id) do update
     set agency_id = excluded.agency_id, role = excluded.role, can_sign_in = excluded.can_sign_in, version = excluded.version
   where officer_post.version < excluded.version
`;

/** Learns the tree and its posts from snapshots: the highest version wins, whatever the order of arrival. */
export async function learnHierarchy(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  const newest = newestByAggregate(events);
  await learnAgencies(
    newest.filter((event) => event.type.startsWith('agency.')),
    tx,
  );
  await learnOfficers(
    newest.filter((event) => event.type.startsWith('officer.')),
    tx,
  );
}

async function learnAgencies(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  if (events.length === 0) return;
  const agencies = events.map((event) => event.payload as AgencySnapshot);
  await tx.query(LEARN_AGENCIES, [
    agencies.map((agency) => agency.id),
    agencies.map((agency) => agency.code),
    agencies.map((agency) => agency.name),
    agencies.map((agency) => agency.kind),
    agencies.map((agency) => agency.parentId),
    agencies.map((agency) => agency.path),
    agencies.map((agency) => agency.housePath),
    agencies.map((agency) => agency.timeZone),
    agencies.map((agency) => agency.isActive),
    events.map((event) => event.version),
  ]);
}

async function learnOfficers(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  if (events.length === 0) return;
  const officers = events.map((event) => event.payload as OfficerSnapshot);
  await tx.query(LEARN_OFFICERS, [
    officers.map((officer) => officer.id),
    officers.map((officer) => officer.agencyId),
    officers.map((officer) => officer.role),
    // A post whose invitation nobody has accepted cannot receive anything yet.
    officers.map((officer) => officer.isActive && officer.accountId !== null),
    events.map((event) => event.version),
  ]);
}

/** One statement may touch a row once, so of several events of one aggregate only the newest is kept. */
function newestByAggregate(events: readonly PlacedEvent[]): readonly PlacedEvent[] {
  const newest = new Map<string, PlacedEvent>();
  for (const event of events) {
    const known = newest.get(event.aggregateId);
    if (!known || known.version < event.version) newest.set(event.aggregateId, event);
  }
  return [...newest.values()];
}
