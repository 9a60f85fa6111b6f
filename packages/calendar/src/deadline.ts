import { accept, refuse, type Decision } from '@satu-pintu/domain-kit';

import type { Holiday } from './holiday.js';
import {
  addDays,
  endOfDay,
  isWeekend,
  localDateOf,
  yearOf,
  type LocalDate,
  type OfficeTimeZone,
} from './local-date.js';
import { indexOfWorkingDay, isLoaded, isWorkingDay, type WorkCalendar } from './work-calendar.js';

/** The count runs into a year whose holidays are not known. A deadline is then refused, never guessed. */
export interface CalendarNotLoaded {
  readonly kind: 'CalendarNotLoaded';
  readonly year: number;
}

/** How one calendar day entered a count of working days, and why. */
export interface ClockDay {
  readonly date: LocalDate;
  /** START_DAY is the working day on which the count starts: it is day 0, the next working day is day 1. */
  readonly verdict: 'START_DAY' | 'COUNTED' | 'WEEKEND' | 'HOLIDAY';
  /** The number of this working day, 0 on the start day; null on a day that is skipped. */
  readonly workingDay: number | null;
  /** What the day celebrates, with the decree; also on a weekend that is a holiday besides. Empty on other days. */
  readonly holidays: readonly Holiday[];
}

/**
 * The instant at which a deadline of so many working days ends: 23:59:59.999, in the zone of the office, on the n-th
 * working day after the start day. What starts on a day off starts on the next working day, and day 1 is the working
 * day after that one. Zero working days end with the start day itself.
 * Throws a RangeError when `workingDays` is negative or no whole number.
 */
export function dueAt(
  start: Date,
  workingDays: number,
  zone: OfficeTimeZone,
  calendar: WorkCalendar,
): Decision<Date, CalendarNotLoaded> {
  requireCount(workingDays);
  const startDate = localDateOf(start, zone);
  if (!isLoaded(startDate, calendar)) return notLoaded(yearOf(startDate));
  const lastDay = calendar.workingDays[indexOfWorkingDay(startDate, calendar) + workingDays];
  // The list ends with the last loaded year, so a deadline past its end lies in the year after it.
  if (lastDay === undefined) return notLoaded(calendar.lastYear + 1);
  return accept(endOfDay(lastDay, zone));
}

/**
 * Every calendar day from the start to the deadline that `dueAt` gives, counted or skipped, and why.
 * Throws a RangeError when `workingDays` is negative or no whole number.
 */
export function explainDeadline(
  start: Date,
  workingDays: number,
  zone: OfficeTimeZone,
  calendar: WorkCalendar,
): Decision<readonly ClockDay[], CalendarNotLoaded> {
  requireCount(workingDays);
  const days: ClockDay[] = [];
  let nextWorkingDay = 0;
  for (let date = localDateOf(start, zone); nextWorkingDay <= workingDays; date = addDays(date, 1)) {
    if (!isLoaded(date, calendar)) return notLoaded(yearOf(date));
    const day = judgeDay(date, nextWorkingDay, calendar);
    if (day.workingDay !== null) nextWorkingDay += 1;
    days.push(day);
  }
  return accept(days);
}

/**
 * How many working days lie between two instants, counted as `dueAt` counts: the start day is not counted, the end
 * day is. So the working days between a start and its deadline are the length of the deadline. Zero when the end
 * comes on the start day or before it.
 */
export function workingDaysBetween(
  start: Date,
  end: Date,
  zone: OfficeTimeZone,
  calendar: WorkCalendar,
): Decision<number, CalendarNotLoaded> {
  const startDate = localDateOf(start, zone);
  const endDate = localDateOf(end, zone);
  for (const date of [startDate, endDate]) {
    if (!isLoaded(date, calendar)) return notLoaded(yearOf(date));
  }
  const startIndex = indexOfWorkingDay(startDate, calendar);
  const indexAfterEnd = indexOfWorkingDay(addDays(endDate, 1), calendar);
  return accept(Math.max(0, indexAfterEnd - startIndex - 1));
}

/**
 * The instant at which a deadline of calendar days ends: 23:59:59.999, in the zone of the office, on the n-th day after
 * the start day, whether offices work on it or not (UU 25/2009 gives the reporter 30 days to complete a report).
 * Throws a RangeError when `days` is negative or no whole number.
 */
export function endOfCalendarDays(start: Date, days: number, zone: OfficeTimeZone): Date {
  requireCount(days);
  return endOfDay(addDays(localDateOf(start, zone), days), zone);
}

function judgeDay(date: LocalDate, nextWorkingDay: number, calendar: WorkCalendar): ClockDay {
  const holidays = calendar.holidays.get(date) ?? [];
  if (!isWorkingDay(date, calendar)) {
    return { date, verdict: isWeekend(date) ? 'WEEKEND' : 'HOLIDAY', workingDay: null, holidays };
  }
  return {
    date,
    verdict: nextWorkingDay === 0 ? 'START_DAY' : 'COUNTED',
    workingDay: nextWorkingDay,
    holidays,
  };
}

function requireCount(days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${String(days)}`);
}

function notLoaded(year: number): { readonly ok: false; readonly refusal: CalendarNotLoaded } {
  return refuse({ kind: 'CalendarNotLoaded', year });
}
