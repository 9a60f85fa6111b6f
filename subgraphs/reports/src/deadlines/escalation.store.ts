import type { EntityManager } from 'typeorm';
import type { SentNotice } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import type { ClockKind } from '../sla/rule-set.js';

/** A breach that was told upwards, as its row. */
export interface EscalationRow {
  readonly report_id: string;
  readonly clock: ClockKind;
  readonly to_agency_id: string;
  readonly at: Date;
}

const APPEND = /* sql */ `
  insert into escalation (report_id, version, clock, clock_seq, to_agency_id, at) values ($1, $2, $3, $4, $5, $6)
`;

const LOAD = /* sql */ `
  select report_id, clock, to_agency_id, at from escalation
   where report_id = any($1::uuid[]) order by report_id, version
`;

/** Writes down which agency is told of which run of a clock. */
export async function appendEscalation(
  tx: EntityManager,
  report: ReportEntity,
  { kind, seq, toAgencyId }: SentNotice,
  now: Date,
): Promise<void> {
  await tx.query(APPEND, [report.id, report.version, kind, seq, toAgencyId, now]);
}

/** All escalations of some reports, oldest first. */
export function loadEscalations(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly EscalationRow[]> {
  return tx.query<EscalationRow[]>(LOAD, [reportIds]);
}
