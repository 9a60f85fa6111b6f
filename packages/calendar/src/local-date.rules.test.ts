import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, endOfDay, isLocalDate, isWeekend, localDateOf, officeTimeZones } from './local-date.js';

const zones = Object.values(officeTimeZones);
const anyInstant = fc.date({
  min: new Date('2019-01-01T00:00:00Z'),
  max: new Date('2027-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const anyZone = fc.constantFrom(...zones);

describe('A calendar day at an office', () => {
  it.each([
    ['2026-03-13T14:59:59.999Z', '2026-03-13', '2026-03-13', '2026-03-13'],
    ['2026-03-13T15:00:00.000Z', '2026-03-13', '2026-03-13', '2026-03-14'],
    ['2026-03-13T15:59:59.999Z', '2026-03-13', '2026-03-13', '2026-03-14'],
    ['2026-03-13T16:00:00.000Z', '2026-03-13', '2026-03-14', '2026-03-14'],
    ['2026-03-13T16:59:59.999Z', '2026-03-13', '2026-03-14', '2026-03-14'],
    ['2026-03-13T17:00:00.000Z', '2026-03-14', '2026-03-14', '2026-03-14'],
  ])(
    'changes at midnight of its own zone: at %s it is %s in Jakarta, %s in Makassar, %s in Jayapura',
    (at, ...dates) => {
      const instant = new Date(at);
      expect(zones.map((zone) => localDateOf(instant, zone))).toEqual(dates);
    },
  );

  it('is the day that the IANA time zone database gives, at any instant', () => {
    const calendars = new Map(
      zones.map((zone) => [zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone })]),
    );
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        expect(localDateOf(instant, zone)).toBe(calendars.get(zone)?.format(instant));
      }),
    );
  });

  it('ends one millisecond before the next one begins', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const date = localDateOf(instant, zone);
        const end = endOfDay(date, zone);
        expect(end.getTime()).toBeGreaterThanOrEqual(instant.getTime());
        expect(localDateOf(end, zone)).toBe(date);
        expect(localDateOf(new Date(end.getTime() + 1), zone)).toBe(addDays(date, 1));
      }),
    );
  });

  it('knows its weekend', () => {
    const week = [
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ];
    expect(week.filter(isWeekend)).toEqual(['2026-11-21', '2026-11-22']);
  });

  it('passes the end of February in leap years and in others', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '01-01-2026', '2026-01-01T00:00:00Z', ''])(
    'is not named by "%s"',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );
});
