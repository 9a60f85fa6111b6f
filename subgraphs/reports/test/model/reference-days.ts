import {
  endOfDay,
  isLoaded,
  isWorkingDay,
  localDateOf,
  type LocalDate,
  type OfficeTimeZone,
  type WorkCalendar,
} from '@satu-pintu/calendar';

/** Working days up to the day of an instant, after the first one from the day of another; counted day by day. */
export function workingDaysIn(from: Date, until: Date, zone: OfficeTimeZone, calendar: WorkCalendar): number {
  const last = localDateOf(until, zone);
  let count = -1;
  for (let day = localDateOf(from, zone); day <= last; day = dayAfter(day))
    if (isWorkingDay(day, calendar)) count += 1;
  return Math.max(0, count);
}

/** End of the n-th working day after the first one from the day of an instant, walked; null beyond what is loaded. */
export function endOfWorkingDay(
  from: Date,
  count: number,
  zone: OfficeTimeZone,
  calendar: WorkCalendar,
): Date | null {
  const first = localDateOf(from, zone);
  const walks = WALKED.get(calendar) ?? new Map<string, LocalDate | null>();
  WALKED.set(calendar, walks);
  const way = `${first} ${String(count)}`;
  const known = walks.get(way);
  const day = known === undefined ? walk(first, count, calendar) : known;
  walks.set(way, day);
  return day === null ? null : endOfDay(day, zone);
}

/** Ways that were walked already, by calendar: histories begin on few days and have few limits. */
const WALKED = new WeakMap<WorkCalendar, Map<string, LocalDate | null>>();

function walk(first: LocalDate, count: number, calendar: WorkCalendar): LocalDate | null {
  let left = count;
  for (let day = first; isLoaded(day, calendar); day = dayAfter(day)) {
    if (!isWorkingDay(day, calendar)) continue;
    if (left === 0) return day;
    left -= 1;
  }
  return null;
}

/** The next day, or the one so many days later or earlier. */
export function dayAfter(day: LocalDate, days = 1): LocalDate {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
