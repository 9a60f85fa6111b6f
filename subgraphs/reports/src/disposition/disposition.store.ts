import type { EntityManager } from 'typeorm';
import type { AcceptedAct, Actor, NewDisposition } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import type { Act } from '../report/transitions.js';

/** One link of the chain of holders, as its row. */
export interface DispositionRow {
  readonly report_id: string;
  readonly seq: number;
  readonly act: Act;
  readonly from_agency_id: string | null;
  readonly to_agency_id: string;
  readonly is_binding: boolean;
  readonly by_role: Actor['role'];
  readonly reason: string | null;
  readonly note: string | null;
  readonly suggested_agency_id: string | null;
  readonly at: Date;
}

const APPEND = /* sql */ `
  insert into disposition (report_id, seq, act, from_agency_id, to_agency_id, is_binding,
                           by_role, by_agency_id, reason, note, suggested_agency_id, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
`;

const LOAD = /* sql */ `
  select report_id, seq, act, from_agency_id, to_agency_id, is_binding, by_role, reason, note, suggested_agency_id, at
    from disposition where report_id = any($1::uuid[]) order by report_id, seq
`;

export async function appendDisposition(
  tx: EntityManager,
  before: ReportEntity,
  after: ReportEntity,
  { act, actor }: AcceptedAct,
  disposition: NewDisposition,
  now: Date,
): Promise<void> {
  await tx.query(APPEND, [
    after.id,
    after.dispositionSeq,
    act,
    before.holderAgencyId,
    disposition.toAgencyId,
    disposition.isBinding ?? false,
    actor.role,
    actor.agencyId,
    disposition.reason ?? null,
    disposition.note ?? null,
    disposition.suggestedAgencyId ?? null,
    now,
  ]);
}

export async function loadDispositions(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly DispositionRow[]> {
  return tx.query<DispositionRow[]>(LOAD, [reportIds]);
}
