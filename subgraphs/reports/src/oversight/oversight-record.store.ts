import type { EntityManager } from 'typeorm';
import type { NewOversightRecord } from '../report/act.js';
import type { OversightFinding } from '../report/report-state.js';
import type { ReportEntity } from '../report/report.entity.js';

/** What is kept of one report's way to the Ombudsman; null for what has not come to pass. */
export interface OversightRow {
  readonly report_id: string;
  /** Of the last consent, taken back or not. */
  readonly text_version: string | null;
  readonly reveals_identity: boolean | null;
  readonly keeps_name_secret: boolean | null;
  /** Calendar day that the reporter gave with it, or that the report says. */
  readonly incident_date: string | null;
  readonly consented_at: Date | null;
  readonly case_number: string | null;
  readonly transferred_at: Date | null;
  readonly finding: OversightFinding | null;
  readonly summary: string | null;
  readonly corrective_action: string | null;
  readonly due_date: string | null;
  readonly concluded_at: Date | null;
}

/** One reading of a report that only a consent lets the Ombudsman read. */
export interface OversightReading {
  readonly reportId: string;
  readonly officerId: string;
}

const APPEND_CONSENT = /* sql */ `
  insert into oversight_consent (report_id, version, text_version, reveals_identity, keeps_name_secret, incident_date, at)
  values ($1, $2, $3, $4, $5, $6, $7)
`;

/* What was transferred is the report as of this version; it rests on the last consent, which a foreign key demands. */
const APPEND_TRANSFER = /* sql */ `
  insert into oversight_transfer (report_id, version, consent_version, case_number, at)
  values ($1, $2, (select max(version) from oversight_consent where report_id = $1), $3, $4)
`;

const APPEND_OUTCOME = /* sql */ `
  insert into oversight_outcome (report_id, version, finding, summary, corrective_action, due_date, at)
  values ($1, $2, $3, $4, $5, $6, $7)
`;

const LOAD = /* sql */ `
  select asked.id as report_id, consent.text_version, consent.reveals_identity, consent.keeps_name_secret,
         consent.incident_date::text as incident_date, consent.at as consented_at, transfer.case_number, transfer.at as transferred_at, outcome.finding,
         outcome.summary, outcome.corrective_action, outcome.due_date::text as due_date, outcome.at as concluded_at
    from unnest($1::uuid[]) as asked (id)
    left join lateral (
      select * from oversight_consent where report_id = asked.id order by version desc limit 1
    ) as consent on true
    left join oversight_transfer transfer on transfer.report_id = asked.id
    left join oversight_outcome outcome on outcome.report_id = asked.id
`;

const RECORD_READINGS = /* sql */ `
  insert into oversight_reading (officer_id, report_id, at)
  select officer_id, report_id, $3 from unnest($1::uuid[], $2::uuid[]) as reading (officer_id, report_id)
`;

export async function appendOversight(
  tx: EntityManager,
  { id, version }: ReportEntity,
  record: NewOversightRecord,
  now: Date,
): Promise<void> {
  if (record.kind === 'CONSENT') {
    const { textVersion, revealsIdentity, keepsNameSecret, incidentDate } = record;
    const consent = [textVersion, revealsIdentity, keepsNameSecret, incidentDate];
    await tx.query(APPEND_CONSENT, [id, version, ...consent, now]);
  } else if (record.kind === 'TRANSFER') {
    await tx.query(APPEND_TRANSFER, [id, version, record.caseNumber, now]);
  } else {
    const { finding, summary, correctiveAction, correctiveActionDueDate } = record;
    const outcome = [finding, summary, correctiveAction, correctiveActionDueDate];
    await tx.query(APPEND_OUTCOME, [id, version, ...outcome, now]);
  }
}

export async function loadOversight(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly OversightRow[]> {
  return tx.query<OversightRow[]>(LOAD, [reportIds]);
}

/** Written before what is read is handed out. */
export async function recordReadings(
  tx: EntityManager,
  readings: readonly OversightReading[],
  now: Date,
): Promise<void> {
  const officers = readings.map(({ officerId }) => officerId);
  await tx.query(RECORD_READINGS, [officers, readings.map(({ reportId }) => reportId), now]);
}
