import { factRowOf } from '@satu-pintu/analytics';
import {
  columnOf,
  factsOf,
  type LivedAct,
  type LivedReport,
  redactContacts,
  REPORT_COLUMNS,
  THE_REPORTER,
} from '@satu-pintu/reports';

/** A row by its columns; arrays are lists of plain words. */
export type Row = Readonly<Record<string, Value>>;
export type Value = string | number | boolean | Date | Buffer | readonly string[] | null | undefined;

const COLUMNS_OF_REPORT = REPORT_COLUMNS.map((property) => [columnOf(property), property] as const);

/** The tables that a load fills, parents first, and what a lived report writes into each. */
export const TABLES: Readonly<Record<string, (lived: LivedReport) => readonly Row[]>> = {
  'reports.report': ({ report }) => [
    Object.fromEntries(COLUMNS_OF_REPORT.map(([column, property]) => [column, report[property]])),
  ],
  'reports.disposition': dispositionsOf,
  'reports.history_entry': historyOf,
  'reports.follow_up': followUpsOf,
  'reports.clock': clocksOf,
  'reports.escalation': escalationsOf,
  'analytics.report_fact': factsOfReport,
};

function dispositionsOf({ report, acts }: LivedReport): readonly Row[] {
  const first = acts[0]?.before ?? report;
  const rows = acts.flatMap(({ accepted: { act, actor, disposition }, before, after, at }): readonly Row[] =>
    disposition
      ? [
          {
            report_id: after.id,
            seq: after.dispositionSeq,
            act,
            from_agency_id: before.holderAgencyId,
            to_agency_id: disposition.toAgencyId,
            is_binding: disposition.isBinding ?? false,
            by_role: actor.role,
            by_agency_id: actor.agencyId,
            reason: disposition.reason,
            note: disposition.note,
            suggested_agency_id: disposition.suggestedAgencyId,
            at,
          },
        ]
      : [],
  );
  const taken: Row = {
    report_id: report.id,
    seq: 1,
    act: 'SUBMIT',
    from_agency_id: null,
    to_agency_id: first.holderAgencyId,
    is_binding: false,
    by_role: THE_REPORTER.role,
    by_agency_id: null,
    reason: null,
    note: null,
    suggested_agency_id: null,
    at: report.submittedAt,
  };
  return [taken, ...rows];
}

function historyOf({ report, acts }: LivedReport): readonly Row[] {
  const submitted: Row = {
    report_id: report.id,
    version: 1,
    act: 'SUBMIT',
    from_state: null,
    to_state: 'SUBMITTED',
    by_role: THE_REPORTER.role,
    by_agency_id: null,
    by_officer_id: null,
    reason: null,
    at: report.submittedAt,
  };
  const entries = acts.map(({ accepted: { act, actor, reason }, before, after, at }): Row => ({
    report_id: after.id,
    version: after.version,
    act,
    from_state: before.state,
    to_state: after.state,
    by_role: actor.role,
    by_agency_id: actor.agencyId,
    by_officer_id: actor.officerId,
    reason,
    at,
  }));
  return [submitted, ...entries];
}

function followUpsOf({ acts }: LivedReport): readonly Row[] {
  return acts.flatMap(followUpOf);
}

function followUpOf({ accepted: { actor, followUp }, after, at }: LivedAct): readonly Row[] {
  if (!followUp) return [];
  return [
    {
      id: followUp.id,
      report_id: after.id,
      version: after.version,
      kind: followUp.kind,
      body: followUp.body,
      public_body: redactContacts(followUp.body),
      outcome: followUp.outcome,
      promised_date: followUp.promisedDate,
      missing: followUp.missing ?? [],
      author_kind: actor.role === 'REPORTER' || actor.role === 'SYSTEM' ? actor.role : 'AGENCY',
      agency_id: actor.agencyId,
      officer_id: actor.officerId,
      created_at: at,
    },
  ];
}

function clocksOf({ report, clocks }: LivedReport): readonly Row[] {
  return clocks.map((clock) => ({
    report_id: report.id,
    kind: clock.kind,
    seq: clock.seq,
    started_at: clock.startedAt,
    working_days: clock.workingDays,
    calendar_days: clock.calendarDays,
    time_zone: clock.timeZone,
    due_at: clock.dueAt,
    ended_at: clock.endedAt,
    breached_at: clock.breachedAt,
    notices_sent: clock.noticesSent,
    next_notice_at: clock.nextNoticeAt,
  }));
}

function escalationsOf({ acts }: LivedReport): readonly Row[] {
  return acts.flatMap(({ accepted: { notice }, after, at }): readonly Row[] =>
    notice?.toAgencyId
      ? [
          {
            report_id: after.id,
            version: after.version,
            clock: notice.kind,
            clock_seq: notice.seq,
            to_agency_id: notice.toAgencyId,
            at,
          },
        ]
      : [],
  );
}

/** What the statistics would have kept of the last event of this report. */
function factsOfReport({ report, clocks }: LivedReport): readonly Row[] {
  return [factRowOf({ version: report.version, facts: factsOf(report, clocks) }) as Row];
}
