import {
  type ClockDay as CountedDay,
  endOfCalendarDays,
  explainDeadline,
  localDateOf,
  type WorkCalendar,
  workingDaysBetween,
} from '@satu-pintu/calendar';
import type { Clock } from './clock.rules.js';

/** One day on the way of a clock. */
export interface ExplainedDay extends CountedDay {
  /** Number of the day, 0 on the start day, for a clock in calendar days; null for one in working days. */
  readonly calendarDay: number | null;
}

/**
 * Every day that a run counted or skipped, up to its due day. One that was taken up again counts only what was left;
 * none are counted without a limit, or where the limit had passed before.
 */
export function explainClock(clock: Clock, calendar: WorkCalendar): readonly ExplainedDay[] {
  if (!clock.dueAt || clock.dueAt < clock.startedAt) return [];
  if (clock.calendarDays !== null) return explainCalendarDays(clock, clock.calendarDays, calendar);
  const left = workingDaysBetween(clock.startedAt, clock.dueAt, clock.timeZone, calendar);
  const days = left.ok ? explainDeadline(clock.startedAt, left.value, clock.timeZone, calendar) : left;
  return days.ok ? days.value.map((day) => ({ ...day, calendarDay: null })) : [];
}

/** Every day counts, also those on which no office works. */
function explainCalendarDays(clock: Clock, length: number, calendar: WorkCalendar): readonly ExplainedDay[] {
  return Array.from({ length: length + 1 }, (_, calendarDay) => {
    const date = localDateOf(endOfCalendarDays(clock.startedAt, calendarDay, clock.timeZone), clock.timeZone);
    const verdict = calendarDay === 0 ? 'START_DAY' : 'COUNTED';
    return { date, verdict, workingDay: null, calendarDay, holidays: calendar.holidays.get(date) ?? [] };
  });
}
