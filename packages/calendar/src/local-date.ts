/** A calendar day at the place of an office, written `YYYY-MM-DD`. It carries no time zone of its own. */
export type LocalDate = string;

/** The three time zones of Indonesia, by the names that the IANA database gives them. */
export type OfficeTimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

/** The Indonesian abbreviations (waktu Indonesia barat, tengah, timur) and the zones they stand for. */
export const officeTimeZones: Readonly<Record<'WIB' | 'WITA' | 'WIT', OfficeTimeZone>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Keppres 41/1987: UTC+7, +8 and +9. Indonesia keeps no daylight saving time, so a fixed offset is exact.
const OFFSET_MS: Readonly<Record<OfficeTimeZone, number>> = {
  'Asia/Jakarta': 7 * HOUR_MS,
  'Asia/Makassar': 8 * HOUR_MS,
  'Asia/Jayapura': 9 * HOUR_MS,
};

/** The calendar day that an office in `zone` has on its wall at `instant`. An invalid instant throws a RangeError. */
export function localDateOf(instant: Date, zone: OfficeTimeZone): LocalDate {
  return writeDay(instant.getTime() + OFFSET_MS[zone]);
}

/**
 * The last instant of a calendar day in `zone`: 23:59:59.999 there, as UTC.
 * The last millisecond, so that whatever happens within the last second of the day is still in time.
 */
export function endOfDay(date: LocalDate, zone: OfficeTimeZone): Date {
  return new Date(readDay(date) + DAY_MS - 1 - OFFSET_MS[zone]);
}

/** The calendar day `days` after `date`. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return writeDay(readDay(date) + days * DAY_MS);
}

/** The year that `date` lies in. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Saturday and Sunday, on which government offices are closed. */
export function isWeekend(date: LocalDate): boolean {
  const weekday = new Date(readDay(date)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Whether `text` names a day that exists, in the form `YYYY-MM-DD`: 2026-02-30 does not. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(midnight) && writeDay(midnight) === text;
}

function readDay(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`Not a calendar day: ${date}`);
  return Date.parse(`${date}T00:00:00.000Z`);
}

function writeDay(utcMs: number): LocalDate {
  return new Date(utcMs).toISOString().slice(0, 10);
}
