import { createHash } from 'node:crypto';

import { amendHolidays, type CalendarAmendment } from './amendment.js';
import type { Holiday } from './holiday.js';
import { addDays, isWeekend, yearOf, type LocalDate } from './local-date.js';

/** Which days offices work, for a span of whole years and for one region or the whole country. */
export interface WorkCalendar {
  /** Changes whenever a holiday or the span of years changes; equal content gives an equal version. */
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Holidays by day. A day may carry several, as 13 May 2021 did. */
  readonly holidays: ReadonlyMap<LocalDate, readonly Holiday[]>;
  /** Every working day of those years, in order: a deadline is then a step in this list, not a walk through days. */
  readonly workingDays: readonly LocalDate[];
  /** Number of the last amendment in it; 0 as it is shipped. */
  readonly edition: number;
  /** Holidays that were taken back, by day, with the decree. */
  readonly takenBack: ReadonlyMap<LocalDate, CalendarAmendment>;
}

/** The years whose holidays are completely known, both inclusive. */
export interface CalendarYears {
  readonly first: number;
  readonly last: number;
}

/**
 * Makes the calendar of one region (a Kemendagri code), or of the whole country when `regionCode` is null.
 * A region keeps the national holidays, its own, and those of the province it lies in.
 * Throws a RangeError when the years are the wrong way round.
 */
export function createWorkCalendar(
  holidays: readonly Holiday[],
  years: CalendarYears,
  regionCode: string | null = null,
  amendments: readonly CalendarAmendment[] = [],
): WorkCalendar {
  if (years.first > years.last) {
    throw new RangeError(
      `A calendar cannot end in ${String(years.last)} and begin in ${String(years.first)}`,
    );
  }
  const kept = amendHolidays(holidays, amendments).filter(
    (holiday) => holds(holiday, regionCode) && covers(years, holiday.date),
  );
  const sorted = kept.toSorted((a, b) => compareText(sortKey(a), sortKey(b)));
  const byDate = groupByDate(sorted);
  return {
    version: versionOf(sorted, years),
    firstYear: years.first,
    lastYear: years.last,
    holidays: byDate,
    workingDays: daysOf(years).filter((date) => !isWeekend(date) && !byDate.has(date)),
    edition: amendments.at(-1)?.id ?? 0,
    takenBack: new Map(
      amendments
        .filter(({ date, kind }) => kind === 'WORKING_DAY' && !byDate.has(date))
        .map((amendment) => [amendment.date, amendment]),
    ),
  };
}

/** Whether the calendar knows every holiday of the year that `date` lies in. */
export function isLoaded(date: LocalDate, calendar: WorkCalendar): boolean {
  return covers({ first: calendar.firstYear, last: calendar.lastYear }, date);
}

/**
 * Whether offices work on that day: Monday to Friday, no national holiday, no joint leave.
 * Throws a RangeError for a year that is not loaded, where any answer would be a guess.
 */
export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  if (!isLoaded(date, calendar)) throw new RangeError(`The work calendar of ${date} is not loaded`);
  return !isWeekend(date) && !calendar.holidays.has(date);
}

/**
 * Where in `calendar.workingDays` the first working day on or after `date` stands; the length of the list when the
 * loaded years hold no such day.
 */
export function indexOfWorkingDay(date: LocalDate, calendar: WorkCalendar): number {
  let low = 0;
  let high = calendar.workingDays.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = calendar.workingDays[middle];
    if (candidate !== undefined && candidate < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

function holds(holiday: Holiday, regionCode: string | null): boolean {
  if (holiday.regionCode === null) return true;
  return regionCode === holiday.regionCode || (regionCode?.startsWith(`${holiday.regionCode}.`) ?? false);
}

function covers(years: CalendarYears, date: LocalDate): boolean {
  const year = yearOf(date);
  return year >= years.first && year <= years.last;
}

function groupByDate(holidays: readonly Holiday[]): ReadonlyMap<LocalDate, readonly Holiday[]> {
  const byDate = new Map<LocalDate, Holiday[]>();
  for (const holiday of holidays) {
    const sameDay = byDate.get(holiday.date);
    if (sameDay === undefined) byDate.set(holiday.date, [holiday]);
    else sameDay.push(holiday);
  }
  return byDate;
}

function daysOf(years: CalendarYears): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = `${String(years.first)}-01-01`; covers(years, date); date = addDays(date, 1))
    days.push(date);
  return days;
}

function versionOf(sorted: readonly Holiday[], years: CalendarYears): string {
  const digest = createHash('sha256').update(sorted.map(sortKey).join('\n')).digest('hex');
  return `${String(years.first)}-${String(years.last)}/${digest.slice(0, 12)}`;
}

function sortKey(holiday: Holiday): string {
  return JSON.stringify([
    holiday.date,
    holiday.regionCode ?? '',
    holiday.kind,
    holiday.name,
    holiday.legalBasis,
  ]);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
