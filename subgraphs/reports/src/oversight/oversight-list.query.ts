import type { EntityManager } from 'typeorm';
import type { OversightStage } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';
import type { ReportKey } from '../report/report-list.query.js';
import { LISTED_AT, SELECT_REPORT } from '../report/report.store.js';

/*
 * What oversight looks at: reports of the oversight class, any that stand past their resolution or Ombudsman clock, and
 * those whose reporters have consented. The reading is written down in the statement that reads; without the one there is no other.
 */
const READ_FOR_OVERSIGHT = /* sql */ `
  with page as (
    select ${SELECT_REPORT}, ${LISTED_AT} as "listedAt"
      from report
     where (report.type = 'COMPLAINT_OVERSIGHT' or exists (
             select from clock where clock.report_id = report.id and clock.kind in ('RESOLUTION', 'OMBUDSMAN')
                and coalesce(clock.ended_at, $1) > clock.due_at)
            or report.oversight_stage in ('CONSENTED', 'TRANSFERRED', 'CONCLUDED'))
       and ($7::text[] is null or report.oversight_stage = any ($7))
       and ($2::timestamptz is null or (${LISTED_AT}, report.id) < ($2, $3::uuid))
     order by ${LISTED_AT} desc, report.id desc
     limit $4
  ), reading as (
    insert into oversight_reading (officer_id, report_id, at)
    select $5, page.id, $1 from (select id from page order by "listedAt" desc, id desc limit $6) as page
  )
  select * from page order by "listedAt" desc, id desc
`;

/** One page of the desk. */
export interface OversightPage {
  readonly limit: number;
  readonly after: ReportKey | null;
  /** Only reports at one of these stages; null for all, whether on the way or not. */
  readonly stages: readonly OversightStage[] | null;
}

/** A report with the instant by which the desk is sorted. */
export interface OverseenReport extends ReportEntity {
  readonly listedAt: Date;
}

/** One page (and one row more, which is not read) for an officer of the Ombudsman, newest first. */
export async function readForOversight(
  tx: EntityManager,
  officerId: string,
  { limit, after, stages }: OversightPage,
  now: Date,
): Promise<readonly OverseenReport[]> {
  return tx.query<OverseenReport[]>(READ_FOR_OVERSIGHT, [
    now,
    after?.at ?? null,
    after?.id ?? null,
    limit + 1,
    officerId,
    limit,
    stages,
  ]);
}
