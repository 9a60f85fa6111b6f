import { describe, expect, it } from '@jest/globals';
import { governmentInCharge } from './level.rules.js';
import type { ServingGovernment } from './place.rules.js';
import { findWords } from './words.rules.js';

const CITY: ServingGovernment = { code: '32.73', level: 'CITY' };
const PROVINCE: ServingGovernment = { code: '32', level: 'PROVINCE' };

describe('The government in charge', () => {
  it.each([
    ['1.01', 'Atap SMKN 2 bocor', '32'],
    ['1.01', 'Pungutan di SMA', '32'],
    ['1.01', 'Atap SDN 5 bocor', '32.73'],
    ['1.01', 'Guru jarang masuk', '32.73'],
    ['2.07', 'Mohon pengawas ketenagakerjaan memeriksa', '32'],
    ['2.07', 'Upah belum dibayar', '32.73'],
    ['1.03', 'Jalan provinsi rusak', '32'],
    ['5.02b', 'Antrean Samsat', '32'],
    ['5.02b', 'PBB naik', '32.73'],
    ['2.11', 'Sampah di SMA', '32.73'],
  ])('of office %s is told by %j', (office, text, code) => {
    expect(governmentInCharge(office, [CITY, PROVINCE], findWords(text))?.code).toBe(code);
  });

  it('is the one that has the office, whatever the words tell', () => {
    expect(governmentInCharge('1.01', [PROVINCE], findWords('SDN 5'))).toBe(PROVINCE);
    expect(governmentInCharge('1.01', [CITY], findWords('SMA 5'))).toBe(CITY);
    expect(governmentInCharge('1.01', [], findWords('SMA 5'))).toBeNull();
  });
});
