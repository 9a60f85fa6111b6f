import type { EntityManager } from 'typeorm';
import { OPEN_STATES } from '../report/report-state.js';

/** A report that its holder can do nothing for any more. */
export interface LeftReport {
  readonly id: string;
}

/* Agencies that have ended are few, and each finds its open reports by the index of its inbox. */
const FIND_LEFT = /* sql */ `
  select report.id
    from agency holder
    left join succession on succession.agency_id = holder.id
    join report on report.holder_agency_id = holder.id
   where (not holder.is_active or succession.reason = 'VACATED')
     and report.state = any($1::text[])
   order by report.id
   limit $2
`;

/** Open reports whose holder has ended, or has nobody left who runs it. */
export async function findLeftReports(tx: EntityManager, limit: number): Promise<readonly LeftReport[]> {
  return tx.query<LeftReport[]>(FIND_LEFT, [OPEN_STATES, limit]);
}

/** Why the holder of a report can do nothing for it, and who takes it over. */
export interface Heir {
  readonly reason: 'HOLDER_ENDED' | 'HOLDER_VACATED';
  readonly agencyId: string;
}

/*
 * The successor that was named, or the successor's own where that one has ended too; where the line breaks off, the
 * nearest active agency above. The steps are bounded: two agencies may have named each other.
 */
const FIND_HEIR = /* sql */ `
  with recursive line as (
    select successor_id as id, 1 as step from succession where agency_id = $1
    union all
    select next.successor_id, line.step + 1
      from line join agency on agency.id = line.id join succession next on next.agency_id = line.id
     where not agency.is_active and line.step < 10
  ), holder as (
    select agency.*, succession.reason from agency left join succession on succession.agency_id = agency.id
     where agency.id = $1
  )
  select case when holder.is_active then 'HOLDER_VACATED' else 'HOLDER_ENDED' end as reason,
         coalesce(
           (select agency.id from line join agency on agency.id = line.id
             where agency.is_active and agency.id <> $1 order by line.step limit 1),
           (select above.id from agency above
             where above.path @> holder.path and above.id <> $1 and above.is_active
             order by nlevel(above.path) desc limit 1)
         ) as "agencyId"
    from holder
   where not holder.is_active or holder.reason = 'VACATED'
`;

/** Who takes over from an agency; null for one that goes on, and for the national desk. */
export async function findHeir(tx: EntityManager, agencyId: string): Promise<Heir | null> {
  const [heir] = await tx.query<{ reason: Heir['reason']; agencyId: string | null }[]>(FIND_HEIR, [agencyId]);
  return heir?.agencyId ? { reason: heir.reason, agencyId: heir.agencyId } : null;
}

const FORGET_DONE = /* sql */ `
  delete from succession
   where reason = 'VACATED'
     and not exists (select from report
                      where report.holder_agency_id = succession.agency_id and report.state = any($1::text[]))
`;

/** Forgets who takes over from agencies that are only without staff, once nothing is left there: they may go on. */
export async function forgetDone(tx: EntityManager): Promise<void> {
  await tx.query(FORGET_DONE, [OPEN_STATES]);
}
