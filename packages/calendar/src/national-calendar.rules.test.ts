import { describe, expect, it } from '@jest/globals';

import type { HolidayKind } from './holiday.js';
import { isWeekend, yearOf } from './local-date.js';
import { coveredYears, loadHolidays, loadNationalCalendar } from './national-calendar.js';

const holidays = loadHolidays();
const calendar = loadNationalCalendar();

describe('The national calendar that the product ships', () => {
  it('covers 2019 to 2027', () => {
    expect([calendar.firstYear, calendar.lastYear]).toEqual([2019, 2027]);
    expect(holidays).toHaveLength(215);
  });

  it('has 240 working days in 2026', () => {
    expect(calendar.workingDays.filter((day) => yearOf(day) === 2026)).toHaveLength(240);
  });

  it('has the 17 national holidays and 8 joint leave days of 2026 that SKB 1497/2025 declares', () => {
    expect(daysOf2026('NATIONAL_HOLIDAY')).toEqual(
      ['01-01', '01-16', '02-17', '03-19', '03-21', '03-22', '04-03', '04-05', '05-01', '05-14']
        .concat(['05-27', '05-31', '06-01', '06-16', '08-17', '08-25', '12-25'])
        .map((day) => `2026-${day}`),
    );
    expect(daysOf2026('JOINT_LEAVE')).toEqual(
      ['02-16', '03-18', '03-20', '03-23', '03-24', '05-15', '05-28', '12-24'].map((day) => `2026-${day}`),
    );
  });

  it('closes offices on the election days that the President declared', () => {
    const elections = holidays.filter((holiday) => holiday.legalBasis.startsWith('Keppres'));
    expect(elections.map((holiday) => holiday.date)).toEqual([
      '2019-04-17',
      '2020-12-09',
      '2024-02-14',
      '2024-11-27',
    ]);
  });

  it('never declares joint leave on a weekend', () => {
    const leave = holidays.filter((holiday) => holiday.kind === 'JOINT_LEAVE');
    expect(leave).toHaveLength(62);
    expect(leave.filter((holiday) => isWeekend(holiday.date))).toEqual([]);
  });

  it('names the holidays of fixed date in every year', () => {
    const years = Array.from({ length: 9 }, (_, index) => 2019 + index);
    const fixed = years.flatMap((year) =>
      ['01-01', '05-01', '06-01', '08-17', '12-25'].map((day) => `${String(year)}-${day}`),
    );
    expect(fixed.filter((day) => !calendar.holidays.has(day))).toEqual([]);
  });

  it('would not load with a year missing in between, or with none at all', () => {
    const withoutYear = holidays.filter((holiday) => yearOf(holiday.date) !== 2023);
    expect(() => coveredYears(withoutYear)).toThrow(RangeError);
    expect(() => coveredYears([])).toThrow(RangeError);
  });
});

function daysOf2026(kind: HolidayKind): readonly string[] {
  return holidays
    .filter((holiday) => holiday.kind === kind && yearOf(holiday.date) === 2026)
    .map((holiday) => holiday.date);
}
