import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { dueAt, explainDeadline, workingDaysBetween } from './deadline.js';
import { localDateOf, officeTimeZones, type OfficeTimeZone } from './local-date.js';
import { loadHolidays, loadNationalCalendar } from './national-calendar.js';
import { isWorkingDay } from './work-calendar.js';

const DAY_MS = 86_400_000;
const calendar = loadNationalCalendar();

// The reference shares nothing with the code under test: it walks day by day and asks Intl for the weekday.
const weekdayName = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' });
const daysOff = new Set(loadHolidays().map((holiday) => holiday.date));
const worksOn = new Map(allDays().map((date) => [date, !isReferenceWeekend(date) && !daysOff.has(date)]));

const anyStart = fc.date({
  min: new Date('2019-01-01T00:00:00+07:00'),
  max: new Date('2027-08-31T00:00:00Z'),
  noInvalidDate: true,
});
const anyLength = fc.integer({ min: 0, max: 70 });
const anyZone = fc.constantFrom(...Object.values(officeTimeZones));

describe('Every deadline', () => {
  it('agrees with counting the days one by one, from each day of 2019 to 2027', () => {
    const wrong: string[] = [];
    for (const start of worksOn.keys()) {
      for (const length of [0, 1, 3, 5, 10, 14, 60]) {
        const due = dueAt(new Date(`${start}T09:00:00+07:00`), length, 'Asia/Jakarta', calendar);
        const computed = due.ok ? localDateOf(due.value, 'Asia/Jakarta') : String(due.refusal.year);
        const counted = countOneByOne(start, length) ?? '2028';
        if (computed !== counted) wrong.push(`${start} + ${String(length)}: ${computed}, not ${counted}`);
      }
    }
    expect(worksOn.size).toBe(3287);
    expect(wrong).toEqual([]);
  });

  it('ends on a working day, at the last millisecond of it in the zone of the office', () => {
    fc.assert(
      fc.property(anyStart, anyLength, anyZone, (start, length, zone) => {
        const due = deadline(start, length, zone);
        expect(isWorkingDay(localDateOf(due, zone), calendar)).toBe(true);
        expect(localDateOf(new Date(due.getTime() + 1), zone)).not.toBe(localDateOf(due, zone));
      }),
    );
  });

  it('has exactly as many working days between its start and its end as it lasts', () => {
    fc.assert(
      fc.property(anyStart, anyLength, anyZone, (start, length, zone) => {
        const between = workingDaysBetween(start, deadline(start, length, zone), zone, calendar);
        expect(between).toEqual({ ok: true, value: length });
      }),
    );
  });

  it('has exactly as many working days after its start day as it lasts, and one more when it starts on a day off', () => {
    fc.assert(
      fc.property(anyStart, anyLength, anyZone, (start, length, zone) => {
        const first = localDateOf(start, zone);
        const last = localDateOf(deadline(start, length, zone), zone);
        const worked = [...worksOn].filter(([date, works]) => works && date > first && date <= last);
        expect(worked).toHaveLength(isWorkingDay(first, calendar) ? length : length + 1);
      }),
    );
  });

  it('never ends earlier when it starts later or lasts longer', () => {
    fc.assert(
      fc.property(anyStart, anyStart, anyLength, anyLength, anyZone, (a, b, m, n, zone) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        const [shorter, longer] = m <= n ? [m, n] : [n, m];
        const early = deadline(earlier, shorter, zone).getTime();
        expect(deadline(later, shorter, zone).getTime()).toBeGreaterThanOrEqual(early);
        expect(deadline(earlier, longer, zone).getTime()).toBeGreaterThanOrEqual(early);
        expect(early).toBeGreaterThanOrEqual(earlier.getTime());
      }),
    );
  });

  it('lasts longer by one working day for each day added', () => {
    fc.assert(
      fc.property(anyStart, anyLength, anyZone, (start, length, zone) => {
        const due = deadline(start, length, zone);
        expect(deadline(due, 1, zone)).toEqual(deadline(start, length + 1, zone));
      }),
    );
  });

  it('ends on the last day of its explanation, which has no gap and numbers the working days through', () => {
    fc.assert(
      fc.property(anyStart, anyLength, anyZone, (start, length, zone) => {
        const explained = explainDeadline(start, length, zone, calendar);
        const days = explained.ok ? explained.value : [];
        const first = Date.parse(localDateOf(start, zone));
        expect(days.map((day) => Date.parse(day.date))).toEqual(
          days.map((_, index) => first + index * DAY_MS),
        );
        expect(days.at(-1)?.date).toBe(localDateOf(deadline(start, length, zone), zone));
        expect(days.flatMap((day) => day.workingDay ?? [])).toEqual(
          Array.from({ length: length + 1 }, (_, n) => n),
        );
        expect(days.filter((day) => day.workingDay !== null).every((day) => worksOn.get(day.date))).toBe(
          true,
        );
        expect(days.every((day) => day.verdict !== 'HOLIDAY' || day.holidays.length > 0)).toBe(true);
      }),
    );
  });
});

function deadline(start: Date, length: number, zone: OfficeTimeZone): Date {
  const due = dueAt(start, length, zone, calendar);
  if (!due.ok) throw new Error(`The calendar of ${String(due.refusal.year)} is not loaded`);
  return due.value;
}

/** The day on which the n-th working day falls; null when that lies after the last known day. */
function countOneByOne(start: string, length: number): string | null {
  let remaining = length;
  let date = nextWorked(start);
  while (date !== null && remaining > 0) {
    remaining -= 1;
    date = nextWorked(tomorrow(date));
  }
  return date;
}

function nextWorked(from: string): string | null {
  let date = from;
  while (worksOn.get(date) === false) date = tomorrow(date);
  return worksOn.has(date) ? date : null;
}

function allDays(): readonly string[] {
  const days: string[] = [];
  for (let date = '2019-01-01'; date < '2028'; date = tomorrow(date)) days.push(date);
  return days;
}

function tomorrow(date: string): string {
  return new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
}

function isReferenceWeekend(date: string): boolean {
  return weekdayName.format(Date.parse(date)).startsWith('S');
}
