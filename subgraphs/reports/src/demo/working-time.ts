import {
  endOfDay,
  isWorkingDay,
  localDateOf,
  type OfficeTimeZone,
  type WorkCalendar,
} from '@satu-pintu/calendar';

const DAY_MS = 86_400_000;

/** The instant so many calendar days later, to the millisecond. */
export function addDays(start: Date, days: number): Date {
  return new Date(start.getTime() + Math.round(days * DAY_MS));
}

/**
 * The instant so many working days later, in a time that stands still on days off: half a working day after Friday
 * 18.00 is Monday 06.00. Throws a RangeError where the calendar of a year is not loaded.
 */
export function addWorkingDays(
  start: Date,
  days: number,
  zone: OfficeTimeZone,
  calendar: WorkCalendar,
): Date {
  let instant = start.getTime();
  let remaining = Math.round(days * DAY_MS);
  for (;;) {
    const day = localDateOf(new Date(instant), zone);
    const nextDay = endOfDay(day, zone).getTime() + 1;
    if (isWorkingDay(day, calendar)) {
      if (remaining < nextDay - instant) return new Date(instant + remaining);
      remaining -= nextDay - instant;
    }
    instant = nextDay;
  }
}
