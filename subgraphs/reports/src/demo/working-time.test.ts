import { loadNationalCalendar } from '@satu-pintu/calendar';
import { describe, expect, it } from '@jest/globals';
import { addWorkingDays } from './working-time.js';

const calendar = loadNationalCalendar();
const later = (start: string, days: number): string =>
  addWorkingDays(new Date(start), days, 'Asia/Jakarta', calendar).toISOString();

describe('Working time', () => {
  it('goes on like a clock on a working day', () => {
    expect(later('2019-07-08T09:00:00+07:00', 0.25)).toBe('2019-07-08T08:00:00.000Z');
    expect(later('2019-07-08T09:00:00+07:00', 2)).toBe('2019-07-10T02:00:00.000Z');
  });

  it('stands still over a weekend', () => {
    expect(later('2019-07-12T18:00:00+07:00', 0.5)).toBe('2019-07-14T23:00:00.000Z');
    expect(later('2019-07-13T11:00:00+07:00', 0)).toBe('2019-07-14T17:00:00.000Z');
  });

  it('stands still over a holiday', () => {
    // 7 March 2019 was Nyepi.
    expect(later('2019-03-06T12:00:00+07:00', 1)).toBe('2019-03-08T05:00:00.000Z');
  });
});
