import { describe, expect, it } from '@jest/globals';
import { governmentsOf } from './place.rules.js';

const SOUTH_JAKARTA = '31.74';

describe('The governments that serve a place', () => {
  it.each([
    ['a village', '32.73.06.1003', ['32.73 CITY', '32 PROVINCE']],
    ['a district', '32.04.05', ['32.04 REGENCY', '32 PROVINCE']],
    ['a city', '32.73', ['32.73 CITY', '32 PROVINCE']],
    ['a province', '32', ['32 PROVINCE']],
    ['a district of Jakarta, whose cities have no offices', '31.74.06', ['31 PROVINCE']],
    ['what is no code', 'Bandung', []],
    ['what only begins like a code', '327', []],
  ])('are found for %s', (_what, code, governments) => {
    const found = governmentsOf(code, new Set([SOUTH_JAKARTA]));
    expect(found.map((government) => `${government.code} ${government.level}`)).toEqual(governments);
  });
});
