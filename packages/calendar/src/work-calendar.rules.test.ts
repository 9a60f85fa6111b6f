import { describe, expect, it } from '@jest/globals';

import type { Holiday } from './holiday.js';
import { createWorkCalendar, isWorkingDay } from './work-calendar.js';

const years = { first: 2026, last: 2026 };
const independence = holiday({ date: '2026-08-17', name: 'Hari Kemerdekaan Republik Indonesia' });
const galungan = holiday({ date: '2026-06-17', name: 'Galungan', regionCode: '51' });

describe('The work calendar', () => {
  it('works Monday to Friday and rests on weekends and holidays', () => {
    const calendar = createWorkCalendar([independence], years);
    const days = ['2026-08-14', '2026-08-15', '2026-08-16', '2026-08-17', '2026-08-18'];
    expect(days.filter((day) => isWorkingDay(day, calendar))).toEqual(['2026-08-14', '2026-08-18']);
  });

  it('rests on joint leave as on a national holiday', () => {
    const leave = holiday({ date: '2026-08-18', kind: 'JOINT_LEAVE' });
    expect(isWorkingDay('2026-08-18', createWorkCalendar([leave], years))).toBe(false);
  });

  it.each([
    [null, true],
    ['51', false],
    ['51.71', false],
    ['52', true],
    ['5', true],
  ])('keeps a holiday of Bali only in Bali: in region %s offices work on it is %s', (region, works) => {
    const calendar = createWorkCalendar([independence, galungan], years, region);
    expect(isWorkingDay('2026-06-17', calendar)).toBe(works);
    expect(isWorkingDay('2026-08-17', calendar)).toBe(false);
  });

  it('remembers both holidays that fall on one day', () => {
    const ascension = holiday({ date: '2026-08-17', name: 'Kenaikan Yesus Kristus' });
    const calendar = createWorkCalendar([independence, ascension], years);
    const names = calendar.holidays.get('2026-08-17')?.map((each) => each.name);
    expect(names).toEqual(['Hari Kemerdekaan Republik Indonesia', 'Kenaikan Yesus Kristus']);
  });

  it('does not say whether offices work in a year that is not loaded', () => {
    const calendar = createWorkCalendar([independence], years);
    expect(() => isWorkingDay('2027-01-04', calendar)).toThrow(RangeError);
    expect(() => isWorkingDay('2025-12-31', calendar)).toThrow(RangeError);
  });

  it('has a version that follows its content and not the order of its rows', () => {
    const calendar = createWorkCalendar([independence, galungan], years, '51');
    expect(createWorkCalendar([galungan, independence], years, '51').version).toBe(calendar.version);
    expect(createWorkCalendar([independence], years, '51').version).not.toBe(calendar.version);
    expect(createWorkCalendar([independence, galungan], { first: 2025, last: 2026 }, '51').version).not.toBe(
      calendar.version,
    );
  });

  it('cannot end before it begins', () => {
    expect(() => createWorkCalendar([], { first: 2027, last: 2026 })).toThrow(RangeError);
  });
});

function holiday(given: Partial<Holiday>): Holiday {
  return {
    date: '2026-01-01',
    name: 'Libur',
    kind: 'NATIONAL_HOLIDAY',
    legalBasis: 'SKB 1497/2025',
    regionCode: null,
    ...given,
  };
}
