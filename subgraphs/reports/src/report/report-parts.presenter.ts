import type { WorkCalendar } from '@satu-pintu/calendar';
import type { DispositionRow } from '../disposition/disposition.store.js';
import { type ExplainedDay, explainClock } from '../sla/clock-explanation.rules.js';
import { breachOf, clockStateOf } from '../sla/clock.rules.js';
import { type ClockRow, toClock } from '../sla/clock.store.js';
import type { Sight } from '../privacy/sight.rules.js';
import { ANSWER_REJECTED } from '../oversight/eligibility.rules.js';
import type { HistoryRow } from './history.store.js';
import type { ReportEntity } from './report.entity.js';
import { shownAt } from './report.presenter.js';
import type { ReturnReason } from './report-state.js';
import type { Clock, ClockDay, Disposition, HistoryEntry } from './report-parts.type.js';
import type { Report } from './report.type.js';
import { dayOnly } from './shown-instant.js';

/** A link of the chain; notes and suggestions are the office's. */
export function presentDisposition(row: DispositionRow, { row: report, sight }: Report): Disposition {
  return {
    seq: row.seq,
    act: row.act,
    from: reference(row.from_agency_id),
    to: { id: row.to_agency_id },
    isBinding: row.is_binding,
    reason: row.reason as ReturnReason | null,
    note: sight.office ? row.note : null,
    suggestedAgency: sight.office ? reference(row.suggested_agency_id) : null,
    at: actedAt(row, report, sight),
  };
}

/** A line of history; officers are named to the office alone, reasons to the office and the reporter. */
export function presentHistoryEntry(row: HistoryRow, { row: report, sight, standing }: Report): HistoryEntry {
  return {
    act: row.act,
    state: row.to_state,
    role: row.by_role,
    agency: reference(row.by_agency_id),
    officer: sight.office ? reference(row.by_officer_id) : null,
    reason: sight.office || standing.isReporter ? row.reason : null,
    at: actedAt(row, report, sight),
  };
}

/**
 * A run of a clock, with the days it counted. The acts of the reporter start and end clocks too, so of an anonymous
 * report others see days and no instants.
 */
export function presentClock(
  row: ClockRow,
  { row: report, sight }: Report,
  now: Date,
  calendar: WorkCalendar,
): Clock {
  const clock = toClock(row);
  const shown = (instant: Date): Date => (sight.exactTimes ? instant : dayOnly(instant));
  return {
    kind: clock.kind,
    state: clockStateOf(clock, report.awaitingSince),
    startedAt: shown(clock.startedAt),
    dueAt: clock.dueAt,
    workingDays: clock.workingDays,
    calendarDays: clock.calendarDays,
    breachedAt: breachOf(clock, now),
    endedAt: clock.endedAt && shown(clock.endedAt),
    explanation: explainClock(clock, calendar).map((day) => presentDay(day, calendar)),
  };
}

/** Also a working day has a reason where a holiday was taken back. */
function presentDay(day: ExplainedDay, { takenBack }: WorkCalendar): ClockDay {
  const decreed = [...day.holidays, ...[takenBack.get(day.date) ?? []].flat()];
  const reasons = decreed.map((holiday) => `${holiday.name} (${holiday.legalBasis})`);
  return {
    date: day.date,
    verdict: day.verdict,
    workingDay: day.workingDay,
    calendarDay: day.calendarDay,
    reason: reasons.length > 0 ? reasons.join('; ') : null,
  };
}

/** When something was done; of an act of an anonymous reporter, and of what followed at once, others see the day alone. */
function actedAt(
  { by_role: role, at, reason }: Pick<HistoryRow, 'by_role' | 'at' | 'reason'>,
  report: ReportEntity,
  sight: Sight,
): Date {
  const isTheReporters = role === 'REPORTER' || reason === ANSWER_REJECTED;
  return isTheReporters && !sight.exactTimes ? dayOnly(at) : shownAt(at, report, sight);
}

function reference(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}
