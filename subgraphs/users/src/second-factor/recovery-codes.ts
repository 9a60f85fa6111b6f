import { randomInt } from 'node:crypto';

/** Crockford's base32: nothing in it is taken for something else when it is read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 10;
const CODES = 10;

/** Ten codes of 50 bits for the day the telephone is lost: `7K3QZ-X0M4A`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODES }, () => {
    const text = Array.from({ length: CHARACTERS }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(
      '',
    );
    return `${text.slice(0, CHARACTERS / 2)}-${text.slice(CHARACTERS / 2)}`;
  });
}

/** The one spelling that is hashed, whatever hyphens, cases and look-alikes were typed. */
export function plainRecoveryCode(text: string): string {
  return text
    .slice(0, 100)
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
