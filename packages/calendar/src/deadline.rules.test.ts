import { describe, expect, it } from '@jest/globals';

import { dueAt, endOfCalendarDays, explainDeadline, workingDaysBetween } from './deadline.js';
import { localDateOf } from './local-date.js';
import { loadHolidays, loadNationalCalendar } from './national-calendar.js';
import { createWorkCalendar } from './work-calendar.js';

const calendar = loadNationalCalendar();
const jakarta = 'Asia/Jakarta';

// Start day, then the days on which deadlines of 3, 5, 10, 14 and 60 working days end, across the holidays of 2026.
const vectors = [
  ['2026-03-13', '03-25', '03-27', '04-06', '04-10', '06-24'],
  ['2026-03-17', '03-27', '03-31', '04-08', '04-14', '06-26'],
  ['2026-05-13', '05-20', '05-22', '06-03', '06-09', '08-13'],
  ['2026-08-14', '08-20', '08-24', '09-01', '09-07', '11-10'],
  ['2026-01-02', '01-07', '01-09', '01-19', '01-23', '04-09'],
].flatMap(([start = '', ...ends]) =>
  [3, 5, 10, 14, 60].map((workingDays, index) => [start, workingDays, `2026-${ends[index] ?? ''}`] as const),
);

describe('A deadline in working days', () => {
  it.each(vectors)('that starts on %s and lasts %i working days ends on %s', (start, workingDays, end) => {
    expect(dueDate(noonInJakarta(start), workingDays)).toBe(end);
  });

  it('ends with the last millisecond of the day at the office', () => {
    const start = noonInJakarta('2026-11-16');
    expect(dueAt(start, 1, 'Asia/Jakarta', calendar)).toEqual({
      ok: true,
      value: new Date('2026-11-17T16:59:59.999Z'),
    });
    expect(dueAt(start, 1, 'Asia/Makassar', calendar)).toEqual({
      ok: true,
      value: new Date('2026-11-17T15:59:59.999Z'),
    });
    expect(dueAt(start, 1, 'Asia/Jayapura', calendar)).toEqual({
      ok: true,
      value: new Date('2026-11-17T14:59:59.999Z'),
    });
  });

  it('starts on Monday when the report comes in on a Saturday or Sunday, so that Tuesday is day 1', () => {
    expect(dueDate(noonInJakarta('2026-11-20'), 1)).toBe('2026-11-23');
    expect(dueDate(noonInJakarta('2026-11-21'), 1)).toBe('2026-11-24');
    expect(dueDate(noonInJakarta('2026-11-22'), 1)).toBe('2026-11-24');
    expect(dueDate(noonInJakarta('2026-11-23'), 1)).toBe('2026-11-24');
  });

  it('starts after Lebaran when the report comes in during it', () => {
    expect(dueDate(noonInJakarta('2026-03-18'), 3)).toBe('2026-03-30');
    expect(dueDate(noonInJakarta('2026-03-25'), 3)).toBe('2026-03-30');
  });

  it('starts by the day of the office: late on Friday in Jakarta is Saturday in Jayapura', () => {
    const lateOnFriday = new Date('2026-11-20T23:30:00+07:00');
    expect(dueDate(lateOnFriday, 1, 'Asia/Jakarta')).toBe('2026-11-23');
    expect(dueDate(lateOnFriday, 1, 'Asia/Makassar')).toBe('2026-11-24');
    expect(dueDate(lateOnFriday, 1, 'Asia/Jayapura')).toBe('2026-11-24');
  });

  it('of zero working days ends with the start day, moved out of a weekend', () => {
    expect(dueDate(noonInJakarta('2026-11-20'), 0)).toBe('2026-11-20');
    expect(dueDate(noonInJakarta('2026-11-21'), 0)).toBe('2026-11-23');
  });

  it('moves when a holiday is declared late', () => {
    const electionDay = {
      date: '2026-11-18',
      name: 'Hari Pemilihan',
      kind: 'NATIONAL_HOLIDAY',
      legalBasis: 'Keppres',
      regionCode: null,
    } as const;
    const amended = createWorkCalendar([...loadHolidays(), electionDay], { first: 2019, last: 2027 });
    expect(dueAt(noonInJakarta('2026-11-16'), 3, jakarta, amended)).toEqual({
      ok: true,
      value: new Date('2026-11-20T23:59:59.999+07:00'),
    });
    expect(dueDate(noonInJakarta('2026-11-16'), 3)).toBe('2026-11-19');
    expect(amended.version).not.toBe(calendar.version);
  });

  it('is refused, not guessed, where it would end in a year that is not loaded', () => {
    const refused = { ok: false, refusal: { kind: 'CalendarNotLoaded', year: 2028 } };
    const lastWorkingDay = noonInJakarta('2027-12-31');
    expect(dueAt(lastWorkingDay, 1, jakarta, calendar)).toEqual(refused);
    expect(explainDeadline(lastWorkingDay, 1, jakarta, calendar)).toEqual(refused);
    expect(workingDaysBetween(lastWorkingDay, noonInJakarta('2028-01-04'), jakarta, calendar)).toEqual(
      refused,
    );
    expect(dueDate(lastWorkingDay, 0)).toBe('2027-12-31');
  });

  it('is refused where it would start in a year that is not loaded', () => {
    const refused = { ok: false, refusal: { kind: 'CalendarNotLoaded', year: 2018 } };
    expect(dueAt(noonInJakarta('2018-12-31'), 3, jakarta, calendar)).toEqual(refused);
    expect(explainDeadline(noonInJakarta('2018-12-31'), 3, jakarta, calendar)).toEqual(refused);
    // 18.00 UTC of 31 December is New Year already in Jakarta.
    expect(dueDate(new Date('2018-12-31T18:00:00Z'), 0)).toBe('2019-01-02');
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot last %d days', (days) => {
    const start = noonInJakarta('2026-11-16');
    expect(() => dueAt(start, days, jakarta, calendar)).toThrow(RangeError);
    expect(() => explainDeadline(start, days, jakarta, calendar)).toThrow(RangeError);
    expect(() => endOfCalendarDays(start, days, jakarta)).toThrow(RangeError);
  });
});

describe('The explanation of a deadline', () => {
  it('names each day, counted or skipped, and the decree behind each holiday', () => {
    const days = explainDeadline(noonInJakarta('2026-03-17'), 2, jakarta, calendar);
    const told = days.ok
      ? days.value.map((day) => [
          day.date,
          day.verdict,
          day.workingDay,
          day.holidays.map((each) => each.name).join(),
        ])
      : [];
    expect(told).toEqual([
      ['2026-03-17', 'START_DAY', 0, ''],
      ['2026-03-18', 'HOLIDAY', null, 'Cuti Bersama Hari Suci Nyepi'],
      ['2026-03-19', 'HOLIDAY', null, 'Hari Suci Nyepi'],
      ['2026-03-20', 'HOLIDAY', null, 'Cuti Bersama Hari Raya Idul Fitri'],
      ['2026-03-21', 'WEEKEND', null, 'Hari Raya Idul Fitri'],
      ['2026-03-22', 'WEEKEND', null, 'Hari Raya Idul Fitri (hari kedua)'],
      ['2026-03-23', 'HOLIDAY', null, 'Cuti Bersama Hari Raya Idul Fitri'],
      ['2026-03-24', 'HOLIDAY', null, 'Cuti Bersama Hari Raya Idul Fitri'],
      ['2026-03-25', 'COUNTED', 1, ''],
      ['2026-03-26', 'COUNTED', 2, ''],
    ]);
    expect(days.ok && days.value[1]?.holidays[0]?.legalBasis).toBe('SKB 1497/2025, 2/2025, 5/2025');
  });

  it('skips the days off before the start day too', () => {
    const days = explainDeadline(noonInJakarta('2026-11-21'), 1, jakarta, calendar);
    expect(days.ok && days.value.map((day) => day.verdict)).toEqual([
      'WEEKEND',
      'WEEKEND',
      'START_DAY',
      'COUNTED',
    ]);
  });

  it('names both holidays of 13 May 2021', () => {
    const days = explainDeadline(noonInJakarta('2021-05-12'), 1, jakarta, calendar);
    const names = days.ok && days.value[1]?.holidays.map((holiday) => holiday.name);
    expect(names).toEqual(['Hari Raya Idul Fitri', 'Kenaikan Yesus Kristus']);
  });
});

describe('The working days between two moments', () => {
  it.each([
    ['2026-11-16', '2026-11-16', 0],
    ['2026-11-16', '2026-11-17', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-21', '2026-11-23', 0],
    ['2026-03-13', '2026-03-25', 3],
    ['2026-11-17', '2026-11-16', 0],
  ])('from %s to %s are %i', (start, end, workingDays) => {
    expect(workingDaysBetween(noonInJakarta(start), noonInJakarta(end), jakarta, calendar)).toEqual({
      ok: true,
      value: workingDays,
    });
  });
});

describe('A deadline in calendar days', () => {
  it('counts weekends and holidays, and ends with the day at the office', () => {
    const asked = noonInJakarta('2026-03-01');
    expect(endOfCalendarDays(asked, 30, 'Asia/Jakarta')).toEqual(new Date('2026-03-31T16:59:59.999Z'));
    expect(endOfCalendarDays(asked, 30, 'Asia/Jayapura')).toEqual(new Date('2026-03-31T14:59:59.999Z'));
    expect(endOfCalendarDays(new Date('2026-03-01T23:30:00+07:00'), 30, 'Asia/Jayapura')).toEqual(
      new Date('2026-04-01T14:59:59.999Z'),
    );
  });
});

function dueDate(
  start: Date,
  workingDays: number,
  zone: Parameters<typeof localDateOf>[1] = jakarta,
): string {
  const due = dueAt(start, workingDays, zone, calendar);
  return due.ok ? localDateOf(due.value, zone) : `calendar of ${String(due.refusal.year)} not loaded`;
}

function noonInJakarta(date: string): Date {
  return new Date(`${date}T12:00:00+07:00`);
}
