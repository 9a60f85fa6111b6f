import { describe, expect, it } from '@jest/globals';
import { isValidOn, nationalDay, readValidity } from './validity.rules.js';

describe('Validity of an agency', () => {
  it('is open where the facts are silent', () => {
    expect(readValidity('', '')).toEqual({ ok: true, value: { validFrom: null, validTo: null } });
  });

  it.each([
    ['2024', ''],
    ['', '2024-02-30'],
    ['2024-13-01', ''],
    ['2024-10-21', '2024-10-20'],
  ])('is refused when it runs from "%s" to "%s"', (from, to) => {
    expect(readValidity(from, to)).toEqual({ ok: false, refusal: 'DAY_UNREADABLE' });
  });

  it('includes its first and its last day', () => {
    const validity = { validFrom: '2019-10-23', validTo: '2024-10-20' };
    const days = ['2019-10-22', '2019-10-23', '2024-10-20', '2024-10-21'];
    expect(days.map((day) => isValidOn(day, validity))).toEqual([false, true, true, false]);
  });

  it('is judged by the day of the capital', () => {
    expect(nationalDay(new Date('2024-10-20T16:59:59Z'))).toBe('2024-10-20');
    expect(nationalDay(new Date('2024-10-20T17:00:00Z'))).toBe('2024-10-21');
  });
});
