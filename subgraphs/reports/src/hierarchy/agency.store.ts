import type { OfficeTimeZone } from '@satu-pintu/calendar';
import { type AgencyKind, type AgencyPlace, isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';

/** An agency as this subgraph knows it from the agencies' events. */
export interface KnownAgency extends AgencyPlace {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly parentId: string | null;
  readonly timeZone: OfficeTimeZone;
  readonly isActive: boolean;
}

const COLUMNS = /* sql */ `
  id, code, name, kind, parent_id as "parentId", path::text as path, house_path::text as "housePath",
  time_zone as "timeZone", is_active as "isActive"
`;

const BY_ID = /* sql */ `select ${COLUMNS} from agency where id = any($1::uuid[])`;

/* Below the root lies everything, which nobody needs to name. */
const SCOPES = /* sql */ `
  select ${COLUMNS},
         case when kind = 'NATIONAL_DESK' then array[id]
              else array(select below.id from agency below where below.path <@ agency.path) end as below
    from agency where id = any($1::uuid[])
`;

const NATIONAL_DESK = /* sql */ `select ${COLUMNS} from agency where kind = 'NATIONAL_DESK'`;

/* The nearest agency of the same house, the agency itself included, where a coordinator can sign in. */
const COORDINATOR_OF = /* sql */ `
  select ${COLUMNS}
    from agency
   where house_path @> (select house_path from agency where id = $1)
     and is_active
     and exists (select from officer_post post
                  where post.agency_id = agency.id and post.role = 'COORDINATOR_ADMIN' and post.can_sign_in)
   order by nlevel(house_path) desc
   limit 1
`;

const COORDINATOR_ABOVE = /* sql */ `
  select ${COLUMNS}
    from agency
   where path @> (select path from agency where id = $1)
     and id <> $1
     and is_active
     and exists (select from officer_post post
                  where post.agency_id = agency.id and post.role = 'COORDINATOR_ADMIN' and post.can_sign_in)
   order by nlevel(path) desc
   limit 1
`;

const ACTIVE_AT_OR_ABOVE = /* sql */ `
  select ${COLUMNS}
    from agency
   where path @> (select path from agency where id = $1) and is_active
   order by nlevel(path) desc
   limit 1
`;

/* Up either tie; an ended agency in between is passed over. */
const ABOVE = /* sql */ `
  select ${COLUMNS}
    from agency
   where path @> (select path from agency where id = $1)
     and id <> $1
     and is_active
   order by nlevel(path) desc
   limit 1
`;

/** The agencies of these ids, by id; unknown ones are missing. */
export async function loadAgencies(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownAgency>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<KnownAgency[]>(BY_ID, [[...new Set(ids.filter(isUuid))]]);
  return new Map(rows.map((agency) => [agency.id, agency]));
}

/** An agency with all that lies below it, by either tie, itself included; for the root only itself. */
export interface AgencyScope extends KnownAgency {
  readonly below: readonly string[];
}

/** The agencies of these ids with what lies below them. */
export async function loadAgencyScopes(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AgencyScope>> {
  const rows = await tx.query<AgencyScope[]>(SCOPES, [[...new Set(ids)]]);
  return new Map(rows.map((agency) => [agency.id, agency]));
}

/** The root of the tree: the last resort of every report. */
export async function loadNationalDesk(tx: EntityManager): Promise<KnownAgency> {
  const [desk] = await tx.query<KnownAgency[]>(NATIONAL_DESK);
  if (!desk) throw new Error('The national desk is not known yet: the hierarchy has not arrived.');
  return desk;
}

/** Who verifies for an agency: its coordinator if one can sign in, else nobody (then the national desk does). */
export async function loadCoordinatorOf(tx: EntityManager, agencyId: string): Promise<KnownAgency | null> {
  const [coordinator] = await tx.query<KnownAgency[]>(COORDINATOR_OF, [agencyId]);
  return coordinator ?? null;
}

/** Who looks again at what an agency decided: the nearest coordinator above it, through both ties, else the root. */
export async function loadCoordinatorAbove(tx: EntityManager, agencyId: string): Promise<KnownAgency> {
  const [above] = await tx.query<KnownAgency[]>(COORDINATOR_ABOVE, [agencyId]);
  return above ?? loadNationalDesk(tx);
}

/** The agency while it is active, else the nearest above it that is, through both ties. */
export async function loadActiveAtOrAbove(tx: EntityManager, agencyId: string): Promise<KnownAgency> {
  const [active] = await tx.query<KnownAgency[]>(ACTIVE_AT_OR_ABOVE, [agencyId]);
  return active ?? loadNationalDesk(tx);
}

/** The nearest active agency above one, by either tie; null above the national desk. */
export async function findAgencyAbove(tx: EntityManager, agencyId: string): Promise<KnownAgency | null> {
  const [above] = await tx.query<KnownAgency[]>(ABOVE, [agencyId]);
  return above ?? null;
}

/** One agency, or null for an id that nobody has; in capitals it is the same id. */
export async function findAgency(tx: EntityManager, id: string): Promise<KnownAgency | null> {
  return isUuid(id) ? ((await loadAgencies(tx, [id])).get(id.toLowerCase()) ?? null) : null;
}
