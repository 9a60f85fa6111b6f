import { describe, expect, it } from '@jest/globals';
import { readPhone } from './phone.js';

describe('A telephone number', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    ' (0812) 3456 7890 ',
    '+62 812 3456 7890',
    '6281234567890',
    '+62 0812 3456 7890',
    '0８１２３４５６７８９０',
  ])('is the same however it is written: %s', (text) => {
    expect(readPhone(text)).toEqual({ ok: true, value: '+6281234567890' });
  });

  it.each([
    ['a fixed line', '022 1234567'],
    ['too short', '08123'],
    ['too long', '0812345678901234'],
    ['of another country', '+65 9123 4567'],
    ['with an extension', '081234567890 ext 3'],
    ['in a sentence', 'hubungi 081234567890 ya'],
    ['an address', 'siti@contoh.test'],
    ['no number at all', 'nomor saya'],
  ])('is refused when it is %s', (_case, text) => {
    expect(readPhone(text)).toMatchObject({ ok: false, refusal: { field: 'phone', reason: 'MALFORMED' } });
  });

  it('is refused when nothing is there, or what no one can read', () => {
    expect(readPhone(' ')).toMatchObject({ refusal: { reason: 'EMPTY' } });
    expect(readPhone('0812\0')).toMatchObject({ refusal: { reason: 'UNREADABLE' } });
    expect(readPhone('0'.repeat(41))).toMatchObject({ refusal: { reason: 'TOO_LONG' } });
  });
});
