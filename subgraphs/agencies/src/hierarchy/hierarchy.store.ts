import type { EntityManager } from 'typeorm';
import type { AgencyNode } from './agency-node.js';
import type { FormerAgency } from './former-regions.rules.js';
import type { RegionRow } from './regions.rules.js';

const SAVE_REGIONS = /* sql */ `
  with written as (
    insert into region (code, name, level, parent_code, time_zone)
    select code, name, level, "parentCode", "timeZone"
      from jsonb_to_recordset($1::jsonb)
        as fact (code text, name text, level text, "parentCode" text, "timeZone" text)
    on conflict (code) do update
       set (name, level, parent_code, time_zone)
         = (excluded.name, excluded.level, excluded.parent_code, excluded.time_zone)
     where (region.name, region.level, region.parent_code, region.time_zone)
       is distinct from (excluded.name, excluded.level, excluded.parent_code, excluded.time_zone)
    returning code
  )
  select count(*)::int as written from written
`;

/** Saves regions in one statement; says how many were new or different. */
export async function saveRegions(tx: EntityManager, regions: readonly RegionRow[]): Promise<number> {
  const [saved] = await tx.query<{ written: number }[]>(SAVE_REGIONS, [JSON.stringify(regions)]);
  return saved?.written ?? 0;
}

/** A row that equals its fact is not touched, so its version stands still and nothing is told. */
const SAVE_AGENCIES = /* sql */ `
  with written as (
    insert into agency as known (id, code, name, abbreviation, kind, parent_id, tie, path, house_path, region_code,
        time_zone, is_active, valid_from, valid_to, successor_id, is_verified,
        has_ended, is_kept_by_office, version)
    select id, code, name, abbreviation, kind, "parentId", tie, path, "housePath", "regionCode",
        "timeZone", "isActive", "validFrom", "validTo", "successorId", "isVerified",
        "hasEnded", "isKept", 1
      from jsonb_to_recordset($1::jsonb)
        as fact (id uuid, code text, name text, abbreviation text, kind text, "parentId" uuid, tie text, path ltree,
          "housePath" ltree, "regionCode" text, "timeZone" text, "isActive" boolean, "validFrom" date, "validTo" date,
          "successorId" uuid, "isVerified" boolean, "hasEnded" boolean, "isKept" boolean)
    on conflict (id) do update
       set (code, name, abbreviation, kind, parent_id, tie, path, house_path, region_code, time_zone, is_active,
           valid_from, valid_to, successor_id, is_verified, has_ended, is_kept_by_office, version)
         = (excluded.code, excluded.name, excluded.abbreviation, excluded.kind, excluded.parent_id, excluded.tie,
           excluded.path, excluded.house_path, excluded.region_code, excluded.time_zone, excluded.is_active,
           excluded.valid_from, excluded.valid_to, excluded.successor_id, excluded.is_verified,
           excluded.has_ended, known.is_kept_by_office or excluded.is_kept_by_office, known.version + 1)
     where (known.code, known.name, known.abbreviation, known.kind, known.parent_id, known.tie, known.path,
           known.house_path, known.region_code, known.time_zone, known.is_active, known.valid_from, known.valid_to,
           known.successor_id, known.is_verified, known.has_ended)
       is distinct from (excluded.code, excluded.name, excluded.abbreviation, excluded.kind, excluded.parent_id,
           excluded.tie, excluded.path, excluded.house_path, excluded.region_code, excluded.time_zone,
           excluded.is_active, excluded.valid_from, excluded.valid_to, excluded.successor_id, excluded.is_verified,
           excluded.has_ended)
    returning known.*
  ), told as (
    insert into outbox (id, type, aggregate_id, version, at, payload)
    select gen_random_uuid(), case version when 1 then 'agency.registered' else 'agency.changed' end, id, version, $2,
           jsonb_build_object('id', id, 'code', code, 'name', name, 'kind', kind, 'parentId', parent_id, 'tie', tie,
             'path', path::text, 'housePath', house_path::text, 'regionCode', region_code, 'timeZone', time_zone,
             'isActive', is_active)
      from written
     order by path
    returning type
  )
  select count(*) filter (where type = 'agency.registered')::int as registered,
         count(*) filter (where type = 'agency.changed')::int as changed
    from told
`;

/** How many agencies were new, and how many different. */
export interface ToldAgencies {
  readonly registered: number;
  readonly changed: number;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Saves agencies and what is told of them (`AgencySnapshot`) in one statement; parents are told before children.
 *
 * @param kept ids of those that an officer has registered or changed, and that the facts leave alone from now on
 */
export async function saveAgencies(
  tx: EntityManager,
  agencies: readonly AgencyNode[],
  now: Date,
  kept: ReadonlySet<string> = NONE,
): Promise<ToldAgencies> {
  const rows = agencies.map((agency) => ({ ...agency, isKept: kept.has(agency.id) }));
  const [told] = await tx.query<ToldAgencies[]>(SAVE_AGENCIES, [JSON.stringify(rows), now]);
  return told ?? { registered: 0, changed: 0 };
}

const SAVE_PASTS = /* sql */ `
  insert into agency_past (agency_id, valid_until, code, name, abbreviation, parent_id, tie)
  select "agencyId", "validUntil", code, name, abbreviation, "parentId", tie
    from jsonb_to_recordset($1::jsonb)
      as past ("agencyId" uuid, "validUntil" date, code text, name text, abbreviation text, "parentId" uuid, tie text)
  on conflict (agency_id, valid_until) do nothing
`;

/** Saves what agencies were before the facts begin; what is known already stays as it is. */
export async function savePasts(tx: EntityManager, pasts: readonly FormerAgency[]): Promise<void> {
  await tx.query(SAVE_PASTS, [JSON.stringify(pasts)]);
}
