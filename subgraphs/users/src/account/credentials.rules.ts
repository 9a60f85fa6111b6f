import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';

/** OWASP ASVS 5: at least 12 characters, and no limit below 128. */
const PASSWORD_CHARACTERS = { min: 12, max: 128 };

/** A password that may be chosen. It is compared as typed, spaces included; only its composition is made one (NFC). */
export function readNewPassword(text: string, field = 'password'): Decision<string, InvalidInput> {
  const given = readGivenPassword(text, field);
  if (!given.ok || Array.from(given.value).length >= PASSWORD_CHARACTERS.min) return given;
  return refuse({ kind: 'InvalidInput', field, reason: 'TOO_SHORT' });
}

/** A password that someone tries. A short one is not refused here: it is simply wrong. */
export function readGivenPassword(text: string, field = 'password'): Decision<string, InvalidInput> {
  const invalid = (reason: InvalidInput['reason']): Decision<string, InvalidInput> =>
    refuse({ kind: 'InvalidInput', field, reason });
  if (text === '') return invalid('EMPTY');
  if (!text.isWellFormed() || /\p{Cc}/u.test(text)) return invalid('UNREADABLE');
  const password = text.normalize('NFC');
  return Array.from(password).length > PASSWORD_CHARACTERS.max ? invalid('TOO_LONG') : accept(password);
}

/** A name as its owner wants to be called; shown to officers who may know who reported. */
export function readDisplayName(text: string): Decision<string, InvalidInput> {
  return readText(text, { field: 'displayName', max: 100 });
}
