import {
  type CalendarAmendment,
  createWorkCalendar,
  isLoaded,
  isWeekend,
  isWorkingDay,
  loadHolidays,
  loadNationalCalendar,
  type LocalDate,
  localDateOf,
  type WorkCalendar,
} from '@satu-pintu/calendar';
import { type Amendment, decideAmendment } from '../../src/work-calendar/amendment.rules.js';
import { national } from '../support/people.js';
import type { Dice } from './dice.js';
import { must } from './must.js';
import { dayAfter } from './reference-days.js';

const SHIPPED = loadNationalCalendar();
const HOLIDAYS = loadHolidays();
/** No history begins earlier. */
const YEARS = { first: 2026, last: SHIPPED.lastYear };

/** Weekdays of which decrees speak here: all holidays, and one in most months. Few, so that calendars are made once. */
const DECREED: readonly LocalDate[] = daysOf(2026, 2027).filter(
  (day) => !isWeekend(day) && (SHIPPED.holidays.has(day) || day.endsWith('-09')),
);

/** Calendars of all histories, by the days that were decreed otherwise. */
const MADE = new Map<string, WorkCalendar>();

/** The calendar of one history, as it is amended while deadlines run. */
export class ChangingCalendar {
  private readonly amendments: CalendarAmendment[] = [];
  private readonly editions: WorkCalendar[] = [SHIPPED];

  get present(): WorkCalendar {
    return this.edition(this.editions.length - 1);
  }

  /** The calendar after so many amendments. */
  edition(number: number): WorkCalendar {
    const calendar = this.editions[number];
    if (!calendar) throw new Error(`The calendar was not amended ${String(number)} times.`);
    return calendar;
  }

  /** A day not far off becomes a holiday, or is worked on after all; a day that has passed may be decreed late. */
  amend(now: Date, dice: Dice): void {
    const today = localDateOf(now, 'Asia/Jakarta');
    const near = DECREED.filter((day) => day > dayAfter(today, -15) && day < dayAfter(today, 75));
    if (near.length === 0) return;
    const date = dice.oneOf(near);
    const kind = isWorkingDay(date, this.present)
      ? dice.oneOf(['JOINT_LEAVE', 'NATIONAL_HOLIDAY'] as const)
      : 'WORKING_DAY';
    const decree: Amendment = { date, kind, name: 'Hari yang ditetapkan', legalBasis: 'Keppres 9/2026' };
    const [post = null] = national.appointments;
    const decided = decideAmendment(decree, { national: post, calendar: this.present });
    if (!decided.ok) throw new Error(`${date} cannot become ${kind}: ${decided.refusal.kind}.`);
    this.amendments.push({ id: this.amendments.length + 1, ...decided.value.amendment });
    this.editions.push(calendarWith(this.amendments));
    must(this.present.edition === this.amendments.length, 'an amendment is an edition');
    must(isWorkingDay(date, this.present) === (kind === 'WORKING_DAY'), 'the last word on a day holds');
  }
}

function calendarWith(amendments: readonly CalendarAmendment[]): WorkCalendar {
  const lastWords = new Map(amendments.map(({ date, kind }) => [date, kind]));
  const key = JSON.stringify([amendments.length, [...lastWords].sort()]);
  const made = MADE.get(key) ?? createWorkCalendar(HOLIDAYS, YEARS, null, amendments);
  MADE.set(key, made);
  return made;
}

function daysOf(first: number, last: number): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = `${String(first)}-01-01`; day <= `${String(last)}-12-31`; day = dayAfter(day))
    if (isLoaded(day, SHIPPED)) days.push(day);
  return days;
}
