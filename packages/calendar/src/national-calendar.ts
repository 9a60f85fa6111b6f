import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { CalendarAmendment } from './amendment.js';
import { parseHolidays, type Holiday } from './holiday.js';
import { yearOf } from './local-date.js';
import { createWorkCalendar, type WorkCalendar } from './work-calendar.js';

/** Every holiday that the product ships, in the order of the file `data/holidays.csv`. */
export function loadHolidays(): readonly Holiday[] {
  return parseHolidays(readFileSync(findHolidayFile(), 'utf8'));
}

/**
 * The working days of the whole country, for the years that the shipped holidays cover without a gap. Amendments, in the
 * order in which they were made, change days within these years and add none.
 */
export function loadNationalCalendar(amendments: readonly CalendarAmendment[] = []): WorkCalendar {
  const holidays = loadHolidays();
  return createWorkCalendar(holidays, coveredYears(holidays), null, amendments);
}

/**
 * The first and last year that holidays are known for. Every year has holidays, so a year without any was not loaded:
 * throws a RangeError when such a year lies between others, or when there are no holidays at all.
 */
export function coveredYears(holidays: readonly Holiday[]): {
  readonly first: number;
  readonly last: number;
} {
  const years = [...new Set(holidays.map((holiday) => yearOf(holiday.date)))].sort((a, b) => a - b);
  const first = years.at(0);
  const last = years.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('No holidays are loaded');
  if (last - first + 1 !== years.length) {
    throw new RangeError(`Holidays are missing for a year between ${String(first)} and ${String(last)}`);
  }
  return { first, last };
}

// The data folder lies at the root of the product, above both `src` (tests) and `dist/src` (the running service).
function findHolidayFile(): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const candidate = join(folder, 'data', 'holidays.csv');
    if (existsSync(candidate)) return candidate;
  }
  throw new Error('The file data/holidays.csv is missing from the product');
}
