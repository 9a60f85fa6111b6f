import { describe, expect, it } from '@jest/globals';
import { readEmail } from './email.js';

describe('an e-mail address', () => {
  it('is the same in upper and lower case and with spaces around', () => {
    expect(readEmail('  Warga@Demo.TEST ')).toEqual({ ok: true, value: 'warga@demo.test' });
  });

  it.each(['warga', 'warga@', '@demo.test', 'warga@demo', 'a b@demo.test', 'wargа@demo.test', 'a@-b.test'])(
    'is refused as malformed: %s',
    (text) => {
      expect(readEmail(text)).toMatchObject({ ok: false, refusal: { field: 'email', reason: 'MALFORMED' } });
    },
  );

  it('is refused when it holds a NUL byte or is longer than 254 characters', () => {
    expect(readEmail('a\0@demo.test')).toMatchObject({ refusal: { reason: 'UNREADABLE' } });
    expect(readEmail(`${'a'.repeat(250)}@demo.test`)).toMatchObject({ refusal: { reason: 'TOO_LONG' } });
  });
});
