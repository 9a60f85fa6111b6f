import type { DataSource } from 'typeorm';
import type { CountCell } from './counts.rules.js';
import type { CountsView } from './counts-view.js';

/*
 * The counters of each agency, plus the reports whose time ran out after the counters were last moved on: those are
 * few, since that happens every ten seconds, and found by an index. One snapshot, so nothing is counted twice.
 */
export const READ_LIVE_COUNTS = /* sql */ `
  with asked as (
    select id, path from agency where id = any($1::uuid[])
  ), recent as materialized (
    select holder_agency_id, state, coalesce(type, '') as type, count(*) as overdue
      from report_fact
     where late_at >= (select late_until from counting) and late_at < $2
     group by 1, 2, 3
  ), cell as (
    select agency_id, state, type, total, overdue::bigint as overdue from report_count
     where agency_id = any($1::uuid[]) and (total <> 0 or overdue <> 0)
    union all
    select asked.id, recent.state, recent.type, 0, recent.overdue
      from recent
      join agency as holder on holder.id = recent.holder_agency_id
      join asked on holder.path <@ asked.path
  )
  select asked.id as agency_id, (select late_until from counting) as late_until,
         cell.state, nullif(cell.type, '') as type, sum(cell.total)::int as total, sum(cell.overdue)::int as overdue
    from asked left join cell on cell.agency_id = asked.id
   group by asked.id, cell.state, cell.type
`;

interface CellRow {
  readonly agency_id: string;
  readonly late_until: Date;
  readonly state: string | null;
  readonly type: string | null;
  readonly total: number | null;
  readonly overdue: number | null;
}

/** Exact numbers of many agencies at `now`, in one statement; agencies that the projection does not know are left out. */
export async function readLiveCounts(
  database: DataSource,
  agencyIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, CountsView>> {
  const rows = await database.query<CellRow[]>(READ_LIVE_COUNTS, [agencyIds, now]);
  const cells = new Map<string, CountCell[]>();
  for (const row of rows) {
    const known = cells.get(row.agency_id) ?? [];
    cells.set(row.agency_id, known);
    if (row.state === null) continue;
    known.push({ state: row.state, type: row.type, total: row.total ?? 0, overdue: row.overdue ?? 0 });
  }
  // Another process's clock may be ahead of ours; then its lateness is what was counted.
  const asOf = new Date(Math.max(now.getTime(), rows[0]?.late_until.getTime() ?? 0));
  return new Map(
    [...cells].map(([agencyId, own]) => [agencyId, { kind: 'live', agencyId, asOf, cells: own }]),
  );
}
