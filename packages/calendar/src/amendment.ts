import type { Holiday, HolidayKind } from './holiday.js';
import type { LocalDate } from './local-date.js';

/** A day of the shipped calendar that was decreed otherwise while the product runs. */
export interface CalendarAmendment {
  /** Numbers amendments in the order in which they were made, from 1. */
  readonly id: number;
  readonly date: LocalDate;
  /** WORKING_DAY takes a holiday back; offices stay closed at weekends, whatever is decreed. */
  readonly kind: HolidayKind | 'WORKING_DAY';
  /** In Indonesian, as citizens read it. */
  readonly name: string;
  /** The decree that says so. */
  readonly legalBasis: string;
}

/** The holidays of the country with amendments over them; of several for one day the last one holds. */
export function amendHolidays(
  holidays: readonly Holiday[],
  amendments: readonly CalendarAmendment[],
): readonly Holiday[] {
  const byDate = new Map(amendments.map((amendment) => [amendment.date, amendment]));
  const kept = holidays.filter(({ date, regionCode }) => regionCode !== null || !byDate.has(date));
  const decreed = [...byDate.values()].flatMap(({ date, kind, name, legalBasis }): Holiday[] =>
    kind === 'WORKING_DAY' ? [] : [{ date, kind, name, legalBasis, regionCode: null }],
  );
  return [...kept, ...decreed];
}
