import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import numberPlan from 'libphonenumber-js/mobile/metadata';

/** A number written without a country is one of here. */
const HOME: CountryCode = 'ID';

/** Whom the house writes to: numbers abroad cost more, and are what those abuse who earn by messages sent. */
const COUNTRIES: ReadonlySet<string | undefined> = new Set<CountryCode>([HOME]);

/**
 * A mobile number as it is stored and compared (E.164: `+6281234567890`), from whatever way people write it. A fixed line,
 * an extension and a number abroad are refused: no text message reaches them from here.
 */
export function readPhone(text: string, field = 'phone'): Decision<string, InvalidInput> {
  const tidy = readText(text, { field, max: 40, mayHoldMasks: true });
  if (!tidy.ok) return tidy;
  const number = parsePhoneNumberFromString(tidy.value, { defaultCountry: HOME, extract: false }, numberPlan);
  const isReachable = number?.isValid() === true && !number.ext && COUNTRIES.has(number.country);
  return isReachable ? accept(number.number) : refuse({ kind: 'InvalidInput', field, reason: 'MALFORMED' });
}
