import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';

const NAME = { field: 'name', min: 5, max: 200 };
const ABBREVIATION = { field: 'abbreviation', min: 2, max: 60 };

/** Letters, digits, dots and dashes in parts that slashes divide, as in `32.73/1.02` and `KEMENKES/01`. */
const CODE = /^[A-Z0-9][A-Z0-9.-]*(?:\/[A-Z0-9][A-Z0-9.-]*)*$/;
const LONGEST_CODE = 60;

/** A code as it is stored: as written, for it names the agency to everybody and for ever. */
export function readCode(code: string): Decision<string, InvalidInput> {
  return code.length <= LONGEST_CODE && CODE.test(code)
    ? accept(code)
    : refuse({ kind: 'InvalidInput', field: 'code', reason: 'MALFORMED' });
}

/** The official name, on one line. */
export function readName(name: string): Decision<string, InvalidInput> {
  return readText(name.replaceAll(/\s+/g, ' '), NAME);
}

/** The usual short name; null where there is none. */
export function readAbbreviation(abbreviation: string | null): Decision<string | null, InvalidInput> {
  return abbreviation === null ? accept(null) : readText(abbreviation.replaceAll(/\s+/g, ' '), ABBREVIATION);
}
