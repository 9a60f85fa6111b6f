import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import fc from 'fast-check';
import { aResolution, NOON, runsOf } from '../../test/support/builders.js';
import { breachOf, type Clock, latestClock } from './clock.rules.js';
import { limitInClass, resolutionRuns } from './resolution-limit.rules.js';
import { restateClock } from './restate-clock.rules.js';

const CALENDAR = loadNationalCalendar();
const CALENDARS = { calendar: CALENDAR };

/** Noon of a day in Jakarta. */
function at(day: string): Date {
  return new Date(`${day}T12:00:00+07:00`);
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999+07:00`);
}

/** A run that began on 10 July, stopped on the 15th, and was taken up again on the 21st: four working days later. */
const RESUMED: readonly Clock[] = [
  aResolution({ endedAt: at('2026-07-15') }),
  aResolution({ seq: 2, startedAt: at('2026-07-21'), dueAt: endOf('2026-08-05') }),
];

describe('the limit of another class', () => {
  it.each([
    [60, '2026-10-06'],
    [14, '2026-07-30'],
    [5, '2026-07-17'],
  ])('of %i working days is counted from the original start', (days, day) => {
    expect(limitInClass(runsOf([aResolution()], NOON), days, CALENDARS)).toEqual({
      ok: true,
      value: { kind: 'RESOLUTION', dueAt: endOf(day), workingDays: days },
    });
  });

  it('leaves out the working days during which the clock stood still', () => {
    const limit = limitInClass(runsOf(RESUMED, NOON), 5, CALENDARS);
    expect(limit).toMatchObject({ value: { dueAt: endOf('2026-07-23'), workingDays: 5 } });
  });

  it('is refused where it would lie beyond the decreed years', () => {
    const late = aResolution({ startedAt: at(`${String(CALENDAR.lastYear)}-12-01`) });
    expect(limitInClass(runsOf([late], NOON), 60, CALENDARS)).toMatchObject({
      refusal: { kind: 'CalendarNotLoaded' },
    });
  });

  it('needs a clock that has begun', () => {
    expect(resolutionRuns([], NOON)).toBeNull();
    expect(resolutionRuns([aResolution({ kind: 'VERIFICATION' })], NOON)).toBeNull();
  });

  it('knows of a breach in any run, however the present one stands', () => {
    const late = aResolution({ endedAt: at('2026-08-03'), breachedAt: endOf('2026-07-30') });
    const now = aResolution({ seq: 2, startedAt: at('2026-08-03'), dueAt: endOf('2026-10-05') });
    expect(resolutionRuns([late, now], at('2026-08-04'))?.isBreached).toBe(true);
    expect(resolutionRuns([now], at('2026-08-04'))?.isBreached).toBe(false);
  });
});

describe('a clock with a new limit', () => {
  const limit = { kind: 'RESOLUTION', dueAt: endOf('2026-10-05'), workingDays: 60 } as const;

  it('ends its run and begins another one there', () => {
    const now = at('2026-07-20');
    expect(restateClock([aResolution()], limit, now, 0)).toEqual([
      aResolution({ endedAt: now }),
      aResolution({ seq: 2, startedAt: now, dueAt: limit.dueAt, workingDays: 60 }),
    ]);
  });

  it('keeps in the ended run that it was late', () => {
    const now = at('2026-08-03');
    const [ended, running] = restateClock([aResolution()], limit, now, 0);
    expect(ended).toMatchObject({ endedAt: now, breachedAt: endOf('2026-07-30') });
    expect(running).toMatchObject({ dueAt: limit.dueAt, breachedAt: null });
  });

  it('that stands still gets a run without length, to be taken up later', () => {
    const stopped = aResolution({ endedAt: at('2026-07-20') });
    const next = { ...stopped, seq: 2, startedAt: at('2026-07-20'), ...limit };
    expect(restateClock([stopped], limit, at('2026-07-22'), 0)).toEqual([stopped, next]);
  });

  it('must have run before', () => {
    expect(() => restateClock([], limit, NOON, 0)).toThrow('never ran');
  });

  it('changes no ended run, loses no breach and lets no runs overlap, whatever the limits', () => {
    const day = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 6 }), (changes) => {
        let clocks: readonly Clock[] = [aResolution()];
        let now = NOON;
        for (const [later, dueIn] of changes) {
          now = new Date(now.getTime() + later * 86_400_000);
          const before = clocks;
          const dueAt = new Date(now.getTime() + (dueIn - 30) * 86_400_000);
          clocks = restateClock(before, { ...limit, dueAt }, now, 0);
          for (const run of before) {
            const same = clocks.find(({ seq }) => seq === run.seq);
            if (run.endedAt) expect(same).toEqual(run);
            expect(same && breachOf(same, now)).toEqual(breachOf(run, now));
          }
          expect(clocks.slice(1).map(({ startedAt }) => startedAt)).toEqual(
            clocks.slice(0, -1).map(({ endedAt }) => endedAt),
          );
          expect(latestClock(clocks, 'RESOLUTION')).toMatchObject({ dueAt, endedAt: null });
        }
      }),
    );
  });
});
