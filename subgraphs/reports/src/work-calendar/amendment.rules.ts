import {
  type CalendarAmendment,
  type CalendarNotLoaded,
  isLoaded,
  isWeekend,
  isWorkingDay,
  type WorkCalendar,
} from '@satu-pintu/calendar';
import {
  accept,
  type Appointment,
  type Decision,
  type InvalidInput,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';

/** A day as the national desk decrees it. */
export type Amendment = Omit<CalendarAmendment, 'id'>;

/** Who asks, and how the calendar stands. */
export interface AmendmentTime {
  /** Post at the national desk; null for everybody else. */
  readonly national: Appointment | null;
  readonly calendar: WorkCalendar;
}

export type AmendmentRefusal = { readonly kind: 'NotAllowed' } | InvalidInput | CalendarNotLoaded;

const NAME = { field: 'name', min: 3, max: 200 };
const LEGAL_BASIS = { field: 'legalBasis', min: 3, max: 200 };

/**
 * One day is decreed otherwise than the calendar has it. Years whose holidays are not known stay unknown: a single day
 * would make a guess of all others. Open deadlines stay as they are until they are recalculated.
 */
export function decideAmendment(
  amendment: Amendment,
  { national, calendar }: AmendmentTime,
): Decision<{ readonly amendment: Amendment; readonly by: Appointment }, AmendmentRefusal> {
  if (!national) return refuse({ kind: 'NotAllowed' });
  const { date, kind } = amendment;
  if (!isLoaded(date, calendar)) return refuse({ kind: 'CalendarNotLoaded', year: Number(date.slice(0, 4)) });
  const name = readText(amendment.name, NAME);
  if (!name.ok) return name;
  const legalBasis = readText(amendment.legalBasis, LEGAL_BASIS);
  if (!legalBasis.ok) return legalBasis;
  const changesNothing = isWeekend(date) || isWorkingDay(date, calendar) === (kind === 'WORKING_DAY');
  if (changesNothing) return refuse({ kind: 'InvalidInput', field: 'date', reason: 'MALFORMED' });
  return accept({ amendment: { date, kind, name: name.value, legalBasis: legalBasis.value }, by: national });
}
