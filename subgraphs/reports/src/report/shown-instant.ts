import { localDateOf } from '@satu-pintu/calendar';

/** Midnight in Jakarta of the day of an instant: all that others may learn of when an anonymous reporter was active. */
export function dayOnly(instant: Date): Date {
  return new Date(`${localDateOf(instant, 'Asia/Jakarta')}T00:00:00+07:00`);
}
