import { describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { newSecret, secretUri, stepOf } from './totp.js';

/** The secret of RFC 6238, appendix B; its codes there have eight digits, of which apps show the last six. */
const SECRET = Secret.fromUTF8('12345678901234567890').base32;

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('is known %i seconds after 1970', (second, code) => {
    const step = Math.floor(second / 30);
    for (const aside of [-1, 0, 1]) {
      expect(stepOf(SECRET, code, new Date((second + aside * 30) * 1_000))).toBe(step);
    }
    expect(stepOf(SECRET, code, new Date((second + 60) * 1_000))).toBeNull();
    expect(stepOf(SECRET, code, new Date((second - 60) * 1_000))).toBeNull();
  });

  it.each(['', '28708', '2870820', '28708x', '２８７０８２', '287082\0', 'x'.repeat(100_000)])(
    'is not %.10s',
    (code) => {
      expect(stepOf(SECRET, code, new Date(59_000))).toBeNull();
    },
  );
});

describe('a new secret', () => {
  it('has 160 bits, differs each time, and is read by apps', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(secret);
    const uri = new URL(secretUri(secret, 'siti@contoh.test'));
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/Satu%20Pintu:siti%40contoh\.test\?/);
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, digits: '6', period: '30' });
  });
});
