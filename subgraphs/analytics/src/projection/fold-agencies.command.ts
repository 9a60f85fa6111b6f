import type { AgencySnapshot } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** An agency as an event told it. */
export interface ToldAgency {
  readonly version: number;
  readonly agency: AgencySnapshot;
}

/*
 * An agency that came, or moved, takes its own counters along: they leave the totals on its old path and enter those on
 * its new one. No report is looked at. Agencies below a moved one tell their new paths themselves.
 */
const FOLD = /* sql */ `
  with told as (
    select distinct on (id) *
      from jsonb_to_recordset($1) as told (
        id uuid, code text, parent_id uuid, path ltree, house_path ltree, is_active boolean, version integer
      )
     order by id, version desc
  ), before as (
    select agency.id, agency.path from agency join told using (id) where told.version > agency.version
  ), after as (
    insert into agency (id, code, parent_id, path, house_path, is_active, version)
    select id, code, parent_id, path, house_path, is_active, version from told
    on conflict (id) do update
       set code = excluded.code, parent_id = excluded.parent_id, path = excluded.path,
           house_path = excluded.house_path, is_active = excluded.is_active, version = excluded.version
     where agency.version < excluded.version
    returning id, path
  ), moved as (
    select after.id, before.path as old_path, after.path as new_path
      from after left join before using (id)
     where before.path is distinct from after.path
  ), spread as (
    select label::uuid as agency_id, is_public, state, type, sign * own as total, sign * own_overdue as overdue
      from moved
      join report_count on report_count.agency_id = moved.id and (own <> 0 or own_overdue <> 0)
      cross join lateral (values (-1, old_path), (1, new_path)) as step (sign, path)
      cross join lateral unnest(string_to_array(step.path::text, '.')) as label
  )
  insert into report_count as counter (agency_id, is_public, state, type, own, own_overdue, total, overdue)
  select agency_id, is_public, state, type, 0, 0, sum(total), sum(overdue)
    from spread
   group by agency_id, is_public, state, type
  having sum(total) <> 0 or sum(overdue) <> 0
  on conflict (agency_id, is_public, state, type) do update
     set total = counter.total + excluded.total, overdue = counter.overdue + excluded.overdue
  returning agency_id
`;

/**
 * Keeps the newest place of each agency and carries the counters of those that moved. Deliveries may be repeated and
 * out of order, also after the reports that they hold. The counters must be locked. Says whether any number changed.
 */
export async function foldAgencies(tx: EntityManager, told: readonly ToldAgency[]): Promise<boolean> {
  const rows = told.map(({ version, agency }) => ({
    id: agency.id,
    code: agency.code,
    parent_id: agency.parentId,
    path: agency.path,
    house_path: agency.housePath,
    is_active: agency.isActive,
    version,
  }));
  const changed = await tx.query<unknown[]>(FOLD, [JSON.stringify(rows)]);
  return changed.length > 0;
}
