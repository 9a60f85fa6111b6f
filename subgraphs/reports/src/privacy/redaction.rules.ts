import { MASKS } from '@satu-pintu/domain-kit';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.[\p{L}]{2,}/gu;
/** NIK and family-card numbers: 16 digits, perhaps in groups (UU 24/2013). */
const IDENTITY_NUMBER = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g;
/** Indonesian telephone numbers: 08…, +62…, 62…, with or without separators. */
const PHONE = /(?<!\d)(?:\+?62|0)(?:[ .-]?\d){8,12}(?!\d)/g;

/** Takes out of a text what identifies or reaches a person, before it is shown to the public. */
export function redactContacts(text: string): string {
  return text
    .replaceAll(EMAIL, MASKS.email)
    .replaceAll(IDENTITY_NUMBER, MASKS.identityNumber)
    .replaceAll(PHONE, MASKS.phone);
}
