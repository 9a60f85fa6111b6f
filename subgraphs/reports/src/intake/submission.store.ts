import { randomUUID } from 'node:crypto';
import { type AuditedDeed, auditEvent } from '@satu-pintu/audit';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import { factsOf } from '../report/report-facts.js';
import { TRANSITIONS } from '../report/transitions.js';
import type { Clock } from '../sla/clock.rules.js';

/*
 * The door is the busiest place: report, first holder, clocks, history, event and audit entry are one statement, one
 * round trip.
 * Foreign keys between them are checked at its end.
 */
const TAKE_IN = /* sql */ `
  with report as (
    insert into report (id, tracking_id, version, state, requested_type, title, body, incident_date, place,
                        region_code, channel, is_anonymous, is_secret, owner_tag, rule_set_code,
                        addressed_agency_id, holder_agency_id, disposition_seq, submitted_at, received_at,
                        next_due_at)
    values ($1, $2, 1, 'SUBMITTED', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16, $16, $25)
  ), first_holder as (
    insert into disposition (report_id, seq, act, to_agency_id, by_role, at) values ($1, 1, 'SUBMIT', $15, $17, $16)
  ), clocks as (
    insert into clock (report_id, kind, seq, started_at, working_days, time_zone, due_at, next_notice_at,
                       calendar_edition)
    select $1, kind, 1, $16, working_days, time_zone, due_at, next_notice_at,
           coalesce((select max(id) from calendar_amendment), 0)
      from unnest($18::text[], $19::int[], $20::text[], $21::timestamptz[], $26::timestamptz[])
           as run (kind, working_days, time_zone, due_at, next_notice_at)
  ), first_entry as (
    insert into history_entry (report_id, version, act, to_state, by_role, at)
    values ($1, 1, 'SUBMIT', 'SUBMITTED', $17, $16)
  )
  insert into outbox (id, type, aggregate_id, version, at, payload) values ($22, $23, $1, 1, $16, $24), ($27, $28, $27, 1, $29, $30)
`;

/** Writes a new report with everything that belongs to it, and the event that tells of it. */
export async function insertSubmission(
  tx: EntityManager,
  report: ReportEntity,
  clocks: readonly Clock[],
  actor: Actor,
  reporterSeal: string | null,
): Promise<void> {
  // The seal is for the vault alone, which opens it; here it is passed on unread and kept nowhere else.
  const payload = { ...factsOf(report, clocks), ...(reporterSeal !== null && { reporterSeal }) };
  const audit = auditEvent(deedOf(report), report.submittedAt);
  await tx.query(TAKE_IN, [
    report.id,
    report.trackingId,
    report.requestedType,
    report.title,
    report.body,
    report.incidentDate,
    report.place,
    report.regionCode,
    report.channel,
    report.isAnonymous,
    report.isSecret,
    report.ownerTag,
    report.ruleSetCode,
    report.addressedAgencyId,
    report.holderAgencyId,
    report.submittedAt,
    actor.role,
    clocks.map((clock) => clock.kind),
    clocks.map((clock) => clock.workingDays),
    clocks.map((clock) => clock.timeZone),
    clocks.map((clock) => clock.dueAt),
    randomUUID(),
    TRANSITIONS.SUBMIT.event,
    JSON.stringify(payload),
    report.nextDueAt,
    clocks.map((clock) => clock.nextNoticeAt),
    audit.id,
    audit.type,
    audit.at,
    JSON.stringify(audit.payload),
  ]);
}

/** What the audit log keeps of it: that a reporter did, on that day. */
function deedOf({ id, holderAgencyId }: ReportEntity): AuditedDeed {
  return {
    action: 'submitReport',
    outcome: 'ACCEPTED',
    code: null,
    actor: { kind: 'REPORTER' },
    subject: { kind: 'REPORT', id },
    agencyIds: [holderAgencyId],
  };
}
