import type { AgencySnapshot, OfficerSnapshot, PlacedEvent, PostTakenUp } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { learnSuccessions } from '../succession/learn-succession.js';

/** What this subgraph listens to of agencies, and of users about their posts. */
export const HIERARCHY_EVENTS = [
  'agency.registered',
  'agency.changed',
  'officer.appointed',
  'officer.changed',
  'officer.ended',
  'post.taken-up',
  'succession.declared',
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
  insert into officer_post (id, agency_id, role, is_active, is_taken_up, can_sign_in, version)
  select id, agency_id, role, is_active, is_taken_up, is_active and is_taken_up, version
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::boolean[], $6::int[])
      as told (id, agency_id, role, is_active, is_taken_up, version)
  on conflict (id) do update
     set agency_id = excluded.agency_id, role = excluded.role, is_active = excluded.is_active,
         is_taken_up = officer_post.is_taken_up or excluded.is_taken_up,
         can_sign_in = excluded.is_active and (officer_post.is_taken_up or excluded.is_taken_up),
         version = excluded.version
   where officer_post.version < excluded.version
`;

/** A post whose invitation nobody has accepted cannot receive anything yet; from now on it can. */
const LEARN_TAKEN_UP = /* sql */ `
  update officer_post set is_taken_up = true, can_sign_in = is_active where id = any($1::uuid[])
`;

/** Learns the tree and its posts from snapshots: the highest version wins, whatever the order of arrival. */
export async function learnHierarchy(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  const newest = newestByAggregate(events.filter(({ type }) => /^(?:agency|officer)\./.test(type)));
  await learnAgencies(
    newest.filter((event) => event.type.startsWith('agency.')),
    tx,
  );
  await learnOfficers(
    newest.filter((event) => event.type.startsWith('officer.')),
    tx,
  );
  await learnTakenUp(
    events.filter((event) => event.type === 'post.taken-up'),
    tx,
  );
  await learnSuccessions(
    events.filter((event) => event.type === 'succession.declared'),
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
    officers.map((officer) => officer.isActive),
    officers.map((officer) => officer.accountId !== null),
    events.map((event) => event.version),
  ]);
}

async function learnTakenUp(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  if (events.length === 0) return;
  await tx.query(LEARN_TAKEN_UP, [events.map((event) => (event.payload as PostTakenUp).officerId)]);
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
