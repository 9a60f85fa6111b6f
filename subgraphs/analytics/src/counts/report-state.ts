/** States of a report's life, as reports owns them. */
export enum ReportState {
  SUBMITTED = 'SUBMITTED',
  AWAITING_REPORTER = 'AWAITING_REPORTER',
  DISPATCHED = 'DISPATCHED',
  RETURNED = 'RETURNED',
  IN_PROGRESS = 'IN_PROGRESS',
  RESPONDED = 'RESPONDED',
  CLOSED = 'CLOSED',
  ARCHIVED = 'ARCHIVED',
  MERGED = 'MERGED',
  WITHDRAWN = 'WITHDRAWN',
}

/** Classes of reports, as reports owns them. */
export enum ReportType {
  COMPLAINT_GENERAL = 'COMPLAINT_GENERAL',
  COMPLAINT_OVERSIGHT = 'COMPLAINT_OVERSIGHT',
  INFO_REQUEST = 'INFO_REQUEST',
  ASPIRATION = 'ASPIRATION',
}

export const REPORT_STATES = Object.values(ReportState);
export const REPORT_TYPES = Object.values(ReportType);

const FINAL: ReadonlySet<string> = new Set(['CLOSED', 'ARCHIVED', 'MERGED', 'WITHDRAWN']);

/** An open report still has a holder who owes something; the final states do not. */
export function isOpen(state: string): boolean {
  return !FINAL.has(state);
}
