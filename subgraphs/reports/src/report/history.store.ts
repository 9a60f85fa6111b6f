import type { EntityManager } from 'typeorm';
import type { AcceptedAct, Actor } from './act.js';
import type { ReportState } from './report-state.js';
import type { ReportEntity } from './report.entity.js';
import type { Act } from './transitions.js';

/** One line of a report's history, as its row. */
export interface HistoryRow {
  readonly report_id: string;
  readonly version: number;
  readonly act: Act;
  readonly to_state: ReportState;
  readonly by_role: Actor['role'];
  readonly by_agency_id: string | null;
  readonly by_officer_id: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

const APPEND = /* sql */ `
  insert into history_entry (report_id, version, act, from_state, to_state, by_role, by_agency_id, by_officer_id, reason, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
`;

const LOAD = /* sql */ `
  select report_id, version, act, to_state, by_role, by_agency_id, by_officer_id, reason, at
    from history_entry where report_id = any($1::uuid[]) order by report_id, version
`;

const ARCHIVERS = /* sql */ `
  select by_officer_id as id from history_entry
   where report_id = $1 and act = 'ARCHIVE' and by_officer_id is not null
`;

export async function appendHistory(
  tx: EntityManager,
  fromState: ReportState | null,
  report: ReportEntity,
  { act, actor, reason }: AcceptedAct,
  now: Date,
): Promise<void> {
  const by = [actor.role, actor.agencyId, actor.officerId];
  await tx.query(APPEND, [
    report.id,
    report.version,
    act,
    fromState,
    report.state,
    ...by,
    reason ?? null,
    now,
  ]);
}

export async function loadHistory(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly HistoryRow[]> {
  return tx.query<HistoryRow[]>(LOAD, [reportIds]);
}

/** Officers who have archived this report. */
export async function loadArchivers(tx: EntityManager, reportId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }[]>(ARCHIVERS, [reportId]);
  return new Set(rows.map((row) => row.id));
}

/** The same, out of lines that were loaded already. */
export function archiversIn(history: readonly HistoryRow[]): ReadonlySet<string> {
  const archivals = history.filter((row) => row.act === 'ARCHIVE');
  return new Set(archivals.flatMap((row) => row.by_officer_id ?? []));
}
