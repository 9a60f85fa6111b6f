import type { EntityManager } from 'typeorm';
import type { ClockKind } from '../sla/rule-set.js';

/** A run whose due instant has passed with nothing done about it. */
export interface DueClock {
  readonly reportId: string;
  readonly kind: ClockKind;
  readonly dueAt: Date;
}

/* In the order in which they ran out, so that a jump in time does what would have been done day by day. */
const FIND_DUE = /* sql */ `
  select clock.report_id as "reportId", clock.kind, clock.due_at as "dueAt"
    from clock join report on report.id = clock.report_id
   where clock.ended_at is null and clock.breached_at is null
     and clock.kind = any($1::text[]) and clock.due_at < $2
     and (clock.kind <> 'OMBUDSMAN' or report.oversight_stage is null)
     and ($3::timestamptz is null or (clock.due_at, clock.report_id, clock.kind) > ($3, $4::uuid, $5::text))
   order by clock.due_at, clock.report_id, clock.kind
   limit $6
`;

/** The next clocks of some kinds that were due before now, after the last one that was seen; index `clock_due`. */
export async function findDueClocks(
  tx: EntityManager,
  kinds: readonly ClockKind[],
  now: Date,
  last: DueClock | null,
  limit: number,
): Promise<readonly DueClock[]> {
  const place = [last?.dueAt ?? null, last?.reportId ?? null, last?.kind ?? null];
  return tx.query<DueClock[]>(FIND_DUE, [kinds, now, ...place, limit]);
}
