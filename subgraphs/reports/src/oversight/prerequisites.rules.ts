import type { OversightStage } from '../report/report-state.js';

/** What the law asks of whoever turns to the Ombudsman (UU 37/2008 art. 23 and 24), as far as a report can show it. */
export const OVERSIGHT_PREREQUISITES = [
  'IDENTITY',
  'DESCRIPTION',
  'PRIOR_COMPLAINT',
  'NOT_SETTLED',
  'RECENT_EVENT',
] as const;
export type OversightPrerequisite = (typeof OVERSIGHT_PREREQUISITES)[number];

/** What the prerequisites are read from. */
export interface OverseeableReport {
  /** Null for a report without an account, behind which nobody is known. */
  readonly ownerTag: Buffer | null;
  readonly dispatchedAt: Date | null;
  /** Calendar day of the event; null when not given. */
  readonly incidentDate: string | null;
  readonly oversightStage: OversightStage | null;
}

/** What they are measured by. */
export interface OversightTerms {
  /** Calendar day in Jakarta. */
  readonly today: string;
  /** How old the event may be (`OVERSIGHT_EVENT_YEARS`). */
  readonly eventYears: number;
}

/** One prerequisite, looked at. UNKNOWN: the reporter can still say it. */
export interface CheckedPrerequisite {
  readonly code: OversightPrerequisite;
  readonly verdict: 'MET' | 'UNMET' | 'UNKNOWN';
}

/**
 * Looks at each prerequisite. The prior complaint is the report itself, once it was sent to the agency; the way is open
 * only where that did not settle it; and behind the report there must be somebody whom the Ombudsman can come to know.
 */
export function checkPrerequisites(
  { ownerTag, dispatchedAt, incidentDate, oversightStage }: OverseeableReport,
  terms: OversightTerms,
): readonly CheckedPrerequisite[] {
  const verdicts: Readonly<Record<OversightPrerequisite, CheckedPrerequisite['verdict']>> = {
    IDENTITY: isMet(ownerTag !== null),
    // Nobody gets past the door without a title and a text.
    DESCRIPTION: 'MET',
    PRIOR_COMPLAINT: isMet(dispatchedAt !== null),
    NOT_SETTLED: isMet(oversightStage !== null),
    RECENT_EVENT: incidentDate === null ? 'UNKNOWN' : isMet(incidentDate >= earliestEvent(terms)),
  };
  return OVERSIGHT_PREREQUISITES.map((code) => ({ code, verdict: verdicts[code] }));
}

/** The earliest day of an event that the Ombudsman still takes up: the same day so many years before. */
function earliestEvent({ today, eventYears }: OversightTerms): string {
  const [year, ...monthAndDay] = today.split('-');
  return [String(Number(year) - eventYears), ...monthAndDay].join('-');
}

function isMet(isFulfilled: boolean): 'MET' | 'UNMET' {
  return isFulfilled ? 'MET' : 'UNMET';
}
