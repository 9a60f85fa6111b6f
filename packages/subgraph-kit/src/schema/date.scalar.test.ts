import { describe, expect, it } from '@jest/globals';
import { parseValue as literal } from 'graphql';
import { DateScalar } from './date.scalar.js';

describe('A day as clients write it', () => {
  it.each(['0001-01-01', '1900-02-28', '2024-02-29', '9999-12-31'])('can be %s', (day) => {
    expect(DateScalar.parseValue(day)).toBe(day);
    expect(DateScalar.parseLiteral(literal(`"${day}"`))).toBe(day);
  });

  it.each(['0000-01-01', '2026-02-30', '10000-01-01', '2026-1-1', '2026-01-01T00:00:00Z', 'today', ''])(
    'cannot be %j',
    (day) => {
      expect(() => DateScalar.parseValue(day)).toThrow('A Date is a day of the calendar');
      expect(() => DateScalar.parseLiteral(literal(`"${day}"`))).toThrow('A Date is a day of the calendar');
    },
  );
});
