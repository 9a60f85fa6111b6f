import { isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { ReportState } from '../report/report-state.js';

/* One merging at a time in the whole country: who leads into whom stands still while one is decided. */
const ONE_AT_A_TIME = /* sql */ `select pg_advisory_xact_lock(hashtextextended('reports.merging', 0))`;

/*
 * The named reports and the ones they are merged into, then what is merged into them: in two steps, each by id. Whoever
 * locks several reports does it in this order.
 */
const LOCK_HEADS = /* sql */ `
  select id from report
   where id in (select coalesce(named.merged_into_id, named.id) from report as named where named.id = any($1::uuid[]))
   order by id for update
`;
const LOCK_MERGED = /* sql */ `
  select id from report where merged_into_id = any($1::uuid[]) or id = any($1::uuid[]) order by id for update
`;

const FOLLOW = /* sql */ `update report set merged_into_id = $2 where merged_into_id = $1`;

/** Locks some reports with everything they are merged with, before one of them is opened. */
export async function lockMerging(tx: EntityManager, reportIds: readonly string[]): Promise<void> {
  const ids = reportIds.filter(isUuid);
  await tx.query(ONE_AT_A_TIME);
  await tx.query(LOCK_HEADS, [ids]);
  await tx.query(LOCK_MERGED, [ids]);
}

/** What was merged into a report that is merged now follows it, so that nobody is more than one step from the case. */
export async function letMergedFollow(tx: EntityManager, reportId: string, rootId: string): Promise<void> {
  await tx.query(FOLLOW, [reportId, rootId]);
}

/* By the partial index of what is merged; few of a country's reports are. */
const ALONE = /* sql */ `
  select merged.id, lead.state as "leadState"
    from report as merged
    join report as lead on lead.id = merged.merged_into_id
   where merged.merged_into_id is not null and lead.state in ('ARCHIVED', 'WITHDRAWN')
   order by merged.merged_at, merged.id
   limit $1
`;

/** Merged reports whose case has ended without an answer, in the order in which they were merged. */
export function findLeftAlone(
  tx: EntityManager,
  limit: number,
): Promise<readonly { readonly id: string; readonly leadState: ReportState }[]> {
  return tx.query<{ id: string; leadState: ReportState }[]>(ALONE, [limit]);
}
