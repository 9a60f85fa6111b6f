import { isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { REPORT_COLUMNS, ReportEntity } from './report.entity.js';

/** The select list that reads a row of `report` (under that alias) as a `ReportEntity`. */
export const SELECT_REPORT = REPORT_COLUMNS.map((property) =>
  // A day stays a string: as a Date it would move with the time zone of the process.
  property === 'incidentDate'
    ? `report.incident_date::text as "incidentDate"`
    : `report.${columnOf(property)} as "${property}"`,
).join(', ');

/**
 * When a report (under the alias `report`) came in, as others than its reporter may know it: of an anonymous one the
 * midnight in Jakarta of that day. Lists are sorted by it; two indexes hold just this expression.
 */
export const LISTED_AT = `(case when report.is_anonymous
  then date_trunc('day', report.submitted_at at time zone 'Asia/Jakarta') at time zone 'Asia/Jakarta'
  else report.submitted_at end)`;

/** When a report is due next, `infinity` while nothing is; two indexes hold just this expression, of open reports. */
export const NEXT_DUE_AT = `coalesce(report.next_due_at, 'infinity'::timestamptz)`;

const LOCK = /* sql */ `select ${SELECT_REPORT} from report where id = $1 for update`;
const BY_ID = /* sql */ `select ${SELECT_REPORT} from report where id = any($1::uuid[])`;
const BY_TRACKING_ID = /* sql */ `select ${SELECT_REPORT} from report where tracking_id = $1`;

/** The report, locked until the transaction ends: whoever comes second sees what the first one did. */
export async function lockReport(tx: EntityManager, id: string): Promise<ReportEntity | null> {
  if (!isUuid(id)) return null;
  const [report] = await tx.query<ReportEntity[]>(LOCK, [id]);
  return report ?? null;
}

export async function loadReports(
  tx: EntityManager,
  ids: readonly string[],
): Promise<readonly ReportEntity[]> {
  return tx.query<ReportEntity[]>(BY_ID, [ids.filter(isUuid)]);
}

export async function findByTrackingId(tx: EntityManager, trackingId: string): Promise<ReportEntity | null> {
  const [report] = await tx.query<ReportEntity[]>(BY_TRACKING_ID, [trackingId]);
  return report ?? null;
}

/** Writes the changed fields of a locked report. */
export async function updateReport(
  tx: EntityManager,
  id: string,
  changes: Partial<ReportEntity>,
): Promise<void> {
  await tx.update(ReportEntity, { id }, changes);
}

/** `holderAgencyId` → `holder_agency_id`. */
export function columnOf(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
