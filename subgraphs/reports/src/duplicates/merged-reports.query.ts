import type { EntityManager } from 'typeorm';
import type { Standing } from '../hierarchy/standing.js';
import type { ReportEntity } from '../report/report.entity.js';
import { SELECT_REPORT } from '../report/report.store.js';

/** Place in the list of what is merged into one report. */
export interface MergedKey {
  /** When it was merged, as the database writes it. */
  readonly at: string;
  readonly id: string;
}

/** A merged report with the instant by which the list is sorted. */
export interface MergedReport extends ReportEntity {
  readonly sortedAt: string;
}

/* What a viewer may see of them is said by the rule of the door, in SQL, so that the database can page. */
const PAGE = /* sql */ `
  select ${SELECT_REPORT}, report.merged_at::text as "sortedAt"
    from report
   where report.merged_into_id = $1
     and ($2 or ($3 and not report.is_secret) or report.published_at is not null)
     and ($4::timestamptz is null or (report.merged_at, report.id) > ($4, $5::uuid))
   order by report.merged_at, report.id
   limit $6
`;

/** Reports merged into one, oldest merging first, as far as a viewer with this standing towards it may see them. */
export function listMergedReports(
  tx: EntityManager,
  rootId: string,
  { atHolder, manager, monitor, national, ombudsman, observer }: Standing,
  after: MergedKey | null,
  limit: number,
): Promise<readonly MergedReport[]> {
  const seesAll = (atHolder ?? manager ?? monitor ?? national ?? ombudsman) !== null;
  const position = [after?.at ?? null, after?.id ?? null];
  return tx.query<MergedReport[]>(PAGE, [rootId, seesAll, observer !== null, ...position, limit + 1]);
}
