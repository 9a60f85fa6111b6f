/** States of a report's life, as reports owns them. */
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

/** Classes of reports, as reports owns them. */
export const REPORT_TYPES = [
  'COMPLAINT_GENERAL',
  'COMPLAINT_OVERSIGHT',
  'INFO_REQUEST',
  'ASPIRATION',
] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

const FINAL: ReadonlySet<string> = new Set(['CLOSED', 'ARCHIVED', 'MERGED', 'WITHDRAWN']);

/** An open report still has a holder who owes something; the final states do not. */
export function isOpen(state: string): boolean {
  return !FINAL.has(state);
}
