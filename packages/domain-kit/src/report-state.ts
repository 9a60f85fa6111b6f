/** States of a report, as the office names them (glossary: belum terverifikasi, ditunda, …). */
export const REPORT_STATES = [
  'SUBMITTED',
  'AWAITING_REPORTER',
  'DISPATCHED',
  'RETURNED',
  'IN_PROGRESS',
  'RESPONDED',
  'CLOSED',
  'ARCHIVED',
  'MERGED',
  'WITHDRAWN',
] as const;

export type ReportState = (typeof REPORT_STATES)[number];

/** States in which somebody still owes the reporter something; each has exactly one holder. */
export const OPEN_STATES: readonly ReportState[] = [
  'SUBMITTED',
  'AWAITING_REPORTER',
  'DISPATCHED',
  'RETURNED',
  'IN_PROGRESS',
  'RESPONDED',
];

/** Classes of reports, set at verification; they decide the deadlines. */
export const REPORT_TYPES = [
  'COMPLAINT_GENERAL',
  'COMPLAINT_OVERSIGHT',
  'INFO_REQUEST',
  'ASPIRATION',
] as const;
export type ReportType = (typeof REPORT_TYPES)[number];
