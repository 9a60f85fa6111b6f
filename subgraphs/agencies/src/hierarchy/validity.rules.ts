import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { NATIONAL_TIME_ZONE } from './agency-draft.js';

/** First and last day of something's existence, inclusive; null where open. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Reads the two days of a row; an empty cell is an open end. */
export function readValidity(from: string, to: string): Decision<Validity, 'DAY_UNREADABLE'> {
  const [validFrom, validTo] = [from === '' ? null : from, to === '' ? null : to];
  const isReadable = [validFrom, validTo].every((day) => day === null || isDay(day));
  if (!isReadable || (validFrom !== null && validTo !== null && validTo < validFrom))
    return refuse('DAY_UNREADABLE');
  return accept({ validFrom, validTo });
}

/** Does it exist on that day? The facts name the last day itself, so that no day lies between two cabinets. */
export function isValidOn(day: string, { validFrom, validTo }: Validity): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

/** Is an agency active on that day? Not any more once an officer has ended it, whatever its days say. */
export function existsOn(day: string, agency: Validity & { readonly hasEnded: boolean }): boolean {
  return !agency.hasEnded && isValidOn(day, agency);
}

/** The day that the capital has at an instant, `YYYY-MM-DD`. */
export function nationalDay(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: NATIONAL_TIME_ZONE }).format(instant);
}

function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
