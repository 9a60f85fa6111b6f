import { type CalendarNotLoaded, dueAt, type OfficeTimeZone, type WorkCalendar } from '@satu-pintu/calendar';
import { accept, type Decision } from '@satu-pintu/domain-kit';
import type { ReportState } from '../report/report-state.js';
import { limitOf, type RuleSet } from '../sla/rule-set.js';

/** How often a reporter may ask the office to look again, and until when. */
export interface Chance {
  readonly times: number;
  /** Last instant of the last working day in which it can be taken. */
  readonly endsAt: Date;
}

/** An ended report, as far as its second chance depends on it. */
export interface EndedReport {
  readonly state: ReportState;
  readonly closedAt: Date | null;
}

/** What the regulation calls the number of chances and their window, by the state in which a report ended. */
const LIMITS: Readonly<Partial<Record<ReportState, { readonly times: string; readonly window: string }>>> = {
  ARCHIVED: { times: 'APPEALS', window: 'APPEAL_WINDOW' },
  CLOSED: { times: 'REOPENINGS', window: 'REOPEN_WINDOW' },
};

/**
 * The chance that the end of a report leaves to its reporter; null where it leaves none. It is counted from the end
 * alone, in the zone of the agency that holds the report: nothing that happens afterwards moves it.
 */
export function chanceOf(
  { state, closedAt }: EndedReport,
  ruleSet: RuleSet,
  timeZone: OfficeTimeZone,
  calendar: WorkCalendar,
): Decision<Chance | null, CalendarNotLoaded> {
  const limits = LIMITS[state];
  if (!limits || !closedAt) return accept(null);
  const endsAt = dueAt(closedAt, limitOf(ruleSet, limits.window), timeZone, calendar);
  return endsAt.ok ? accept({ times: limitOf(ruleSet, limits.times), endsAt: endsAt.value }) : endsAt;
}
