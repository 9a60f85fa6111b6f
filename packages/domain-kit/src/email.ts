import { accept, type Decision, refuse } from './decision.js';
import { type InvalidInput, readText } from './text.js';

/** What browsers accept in `<input type=email>` (HTML 4.10.5.1.5), lower case: no two spellings of one address. */
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[\da-z](?:[\da-z-]{0,61}[\da-z])?(?:\.[\da-z](?:[\da-z-]{0,61}[\da-z])?)+$/;

/** An e-mail address as it is stored and compared: lower case, ASCII, at most 254 characters (RFC 5321). */
export function readEmail(text: string, field = 'email'): Decision<string, InvalidInput> {
  const tidy = readText(text, { field, max: 254 });
  if (!tidy.ok) return tidy;
  const address = tidy.value.toLowerCase();
  return ADDRESS.test(address)
    ? accept(address)
    : refuse({ kind: 'InvalidInput', field, reason: 'MALFORMED' });
}
