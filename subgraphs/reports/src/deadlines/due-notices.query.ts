import type { EntityManager } from 'typeorm';
import type { ClockKind } from '../sla/rule-set.js';

/** A run of which something is to be told. */
export interface DueNotice {
  readonly reportId: string;
  readonly kind: ClockKind;
  readonly at: Date;
}

const FIND_DUE = /* sql */ `
  select report_id as "reportId", kind, next_notice_at as at
    from clock
   where ended_at is null and next_notice_at is not null and next_notice_at < $1
     and ($2::timestamptz is null or (next_notice_at, report_id, kind) > ($2, $3::uuid, $4::text))
   order by next_notice_at, report_id, kind
   limit $5
`;

/** The next runs with a notice due before now, after the last one that was seen; index `clock_notice_due`. */
export function findDueNotices(
  tx: EntityManager,
  now: Date,
  last: DueNotice | null,
  limit: number,
): Promise<readonly DueNotice[]> {
  const place = [last?.at ?? null, last?.reportId ?? null, last?.kind ?? null];
  return tx.query<DueNotice[]>(FIND_DUE, [now, ...place, limit]);
}
