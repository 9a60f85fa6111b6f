import { describe, expect, it } from '@jest/globals';
import {
  endOfCalendarDays,
  loadNationalCalendar,
  localDateOf,
  workingDaysBetween,
} from '@satu-pintu/calendar';
import fc from 'fast-check';
import { shippedRuleSet } from '../../test/support/shipped-rule-sets.js';
import { type Act, ACTS, TRANSITIONS } from '../report/transitions.js';
import { CLOCK_EFFECTS } from './clock-effects.js';
import { explainClock } from './clock-explanation.rules.js';
import { type Clock, clockStateOf, type ClockTerms, latestClock, moveClocks } from './clock.rules.js';
import type { ClockKind } from './rule-set.js';

const TERMS: ClockTerms = {
  ruleSet: shippedRuleSet('PERMENPANRB_62_2018'),
  calendar: loadNationalCalendar(),
  timeZone: 'Asia/Jakarta',
  type: 'COMPLAINT_GENERAL',
  pausedAt: null,
  mergedAt: null,
};
const QUESTIONS: readonly Act[] = ['ASK_COMPLETION', 'ASK_REPORTER'];

function at(day: string, hour = '12:00'): Date {
  return new Date(`${day}T${hour}:00+07:00`);
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999+07:00`);
}

/** The clocks after some acts, and since when the reporter is awaited. */
function after(...acts: readonly (readonly [Act, Date])[]): {
  clocks: readonly Clock[];
  pausedAt: Date | null;
} {
  let clocks: readonly Clock[] = [];
  let pausedAt: Date | null = null;
  for (const [act, now] of acts) {
    const moved = moveClocks(clocks, CLOCK_EFFECTS[act], { ...TERMS, pausedAt }, now);
    if (!moved.ok) throw new Error(`The calendar ends before ${String(moved.refusal.year)}.`);
    clocks = moved.value;
    pausedAt = QUESTIONS.includes(act) ? now : null;
  }
  return { clocks, pausedAt };
}

function runs(clocks: readonly Clock[], kind: ClockKind): readonly Clock[] {
  return clocks.filter((clock) => clock.kind === kind);
}

describe('while the reporter is awaited', () => {
  // Verified on Friday 13 March 2026; Nyepi and Lebaran keep offices closed from 18 to 24 March.
  const VERIFIED = ['VERIFY', at('2026-03-13')] as const;
  const ASKED = ['ASK_REPORTER', at('2026-03-16')] as const;

  it('what the agency owes stands still, and only that', () => {
    const { clocks, pausedAt } = after(['SUBMIT', at('2026-03-12')], VERIFIED, ASKED);
    const states = new Map(clocks.map((clock) => [clock.kind, clockStateOf(clock, pausedAt)]));
    expect(Object.fromEntries(states)).toEqual({
      VERIFICATION: 'ENDED',
      FIRST_FOLLOW_UP: 'PAUSED',
      RESOLUTION: 'PAUSED',
      OMBUDSMAN: 'PAUSED',
      CITIZEN: 'PAUSED',
      HOLDER: 'RUNNING',
      COMPLETION: 'RUNNING',
    });
  });

  it('a follow-up that was given before stays given', () => {
    const followedUp = ['FOLLOW_UP', at('2026-03-14')] as const;
    const { clocks, pausedAt } = after(VERIFIED, followedUp, ASKED);
    const clock = latestClock(clocks, 'FIRST_FOLLOW_UP');
    expect(clock && clockStateOf(clock, pausedAt)).toBe('ENDED');
    const { clocks: completed } = after(VERIFIED, followedUp, ASKED, ['COMPLETE', at('2026-03-26')]);
    expect(runs(completed, 'FIRST_FOLLOW_UP')).toHaveLength(1);
  });

  it('a holiday in the pause moves no deadline, for nobody would have worked on it', () => {
    // From Monday 16 to Thursday 26 March there are three working days: 17, 25 and 26.
    const { clocks } = after(VERIFIED, ASKED, ['COMPLETE', at('2026-03-26')]);
    expect(latestClock(clocks, 'FIRST_FOLLOW_UP')).toMatchObject({
      seq: 2,
      startedAt: at('2026-03-26'),
      dueAt: endOf('2026-04-01'),
      endedAt: null,
    });
    // 14 working days end on 10 April; three more on 15 April.
    expect(latestClock(clocks, 'RESOLUTION')).toMatchObject({ dueAt: endOf('2026-04-15') });
  });

  it('time passes only for the reporter: 30 calendar days, whatever holidays are among them', () => {
    const { clocks } = after(VERIFIED, ASKED);
    const clock = latestClock(clocks, 'COMPLETION');
    expect(clock).toMatchObject({
      workingDays: null,
      calendarDays: 30,
      dueAt: endOf('2026-04-15'),
    });
    const days = clock ? explainClock(clock, TERMS.calendar) : [];
    expect(days).toHaveLength(31);
    expect(days.map((day) => day.calendarDay)).toEqual(Array.from({ length: 31 }, (_, n) => n));
    expect(days.at(0)).toMatchObject({ date: '2026-03-16', verdict: 'START_DAY' });
    expect(days.find(({ date }) => date === '2026-03-19')).toMatchObject({
      verdict: 'COUNTED',
      workingDay: null,
      holidays: [expect.objectContaining({ name: 'Hari Suci Nyepi' })],
    });
    expect(days.at(-1)).toMatchObject({ date: '2026-04-15', verdict: 'COUNTED' });
  });

  it('a deadline that had passed before does not come back', () => {
    const { clocks } = after(VERIFIED, ['ASK_REPORTER', at('2026-03-30')], ['COMPLETE', at('2026-04-06')]);
    expect(latestClock(clocks, 'FIRST_FOLLOW_UP')).toMatchObject({
      dueAt: endOf('2026-03-27'),
      breachedAt: endOf('2026-03-27'),
      endedAt: null,
    });
  });

  it('all clocks end when the reporter does not answer', () => {
    const { clocks } = after(VERIFIED, ASKED, ['EXPIRE_COMPLETION', at('2026-04-16', '00:00')]);
    expect(clocks.filter((clock) => clock.endedAt === null)).toEqual([]);
    expect(latestClock(clocks, 'COMPLETION')?.breachedAt).toBeNull();
  });
});

describe('however often and however long the reporter is awaited', () => {
  const hours = fc.integer({ min: 1, max: 24 * 40 });
  /** How long each question waits for its answer, and how long the work goes on before it. */
  const pauses = fc.array(fc.tuple(hours, hours), { minLength: 1, maxLength: 3 });

  function live(intervals: readonly (readonly [number, number])[]): readonly (readonly [Act, Date])[] {
    let now = at('2026-01-05');
    const later = (passed: number): Date => (now = new Date(now.getTime() + passed * 3_600_000));
    const acts: (readonly [Act, Date])[] = [['VERIFY', now]];
    for (const [worked, waited] of intervals) {
      acts.push(['ASK_REPORTER', later(worked)], ['COMPLETE', later(waited)]);
    }
    return [...acts, ['RESPOND', later(1)]];
  }

  it('the runs and the pauses of a clock add up to the time that went by, and do not overlap', () => {
    fc.assert(
      fc.property(pauses, (intervals) => {
        const acts = live(intervals);
        const { clocks } = after(...acts);
        const resolution = runs(clocks, 'RESOLUTION');
        const times = resolution.map((run) => [run.startedAt, run.endedAt]);
        const moments = acts.map(([, moment]) => moment);
        // Verified, asked, answered, asked, …, responded: each run is from one moment to the next, each pause between.
        expect(times).toEqual(
          Array.from({ length: intervals.length + 1 }, (_, n) => [moments[2 * n], moments[2 * n + 1]]),
        );
      }),
    );
  });

  it('a deadline moves by the working days of the pauses, unless it had passed', () => {
    fc.assert(
      fc.property(pauses, (intervals) => {
        const { clocks } = after(...live(intervals));
        const resolution = runs(clocks, 'RESOLUTION');
        for (const [index, run] of resolution.slice(1).entries()) {
          const before = resolution[index];
          if (!before?.endedAt || !before.dueAt || !run.dueAt)
            throw new Error('A run that goes on had an end.');
          const between = (start: Date, end: Date): unknown =>
            workingDaysBetween(start, end, TERMS.timeZone, TERMS.calendar);
          const moved = between(before.dueAt, run.dueAt);
          expect(moved).toEqual(
            before.breachedAt ? { ok: true, value: 0 } : between(before.endedAt, run.startedAt),
          );
        }
      }),
    );
  });

  it('nothing but a question makes a report wait, and so a clock stand still', () => {
    const { clocks } = after(['VERIFY', at('2026-03-13')], ['RESPOND', at('2026-03-16')]);
    expect(clocks.filter((clock) => clockStateOf(clock, null) === 'PAUSED')).toEqual([]);
    expect(ACTS.filter((act) => TRANSITIONS[act].to === 'AWAITING_REPORTER')).toEqual(QUESTIONS);
  });

  it('the reporter has thirty days from each question, to the end of the last one', () => {
    fc.assert(
      fc.property(pauses, (intervals) => {
        const { clocks } = after(...live(intervals));
        for (const run of runs(clocks, 'COMPLETION')) {
          expect(run.dueAt).toEqual(endOfCalendarDays(run.startedAt, 30, TERMS.timeZone));
          const days = explainClock(run, TERMS.calendar);
          expect(days.at(-1)?.date).toBe(run.dueAt && localDateOf(run.dueAt, TERMS.timeZone));
        }
      }),
    );
  });
});
