import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import fc from 'fast-check';
import { ACTS, type Act } from '../report/transitions.js';
import { shippedRuleSet } from '../../test/support/shipped-rule-sets.js';
import { CLOCK_EFFECTS } from './clock-effects.js';
import { explainClock } from './clock-explanation.rules.js';
import { breachOf, type Clock, type ClockTerms, latestClock, moveClocks } from './clock.rules.js';
import type { ClockKind } from './rule-set.js';

const TERMS: ClockTerms = {
  ruleSet: shippedRuleSet('PERMENPANRB_62_2018'),
  calendar: loadNationalCalendar(),
  timeZone: 'Asia/Jakarta',
  type: 'COMPLAINT_GENERAL',
  pausedAt: null,
  mergedAt: null,
};

/** A moment of a day in Jakarta; July 2026 has no holidays. */
function at(day: string, hour = '12:00'): Date {
  return new Date(`${day}T${hour}:00+07:00`);
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999+07:00`);
}

/** The clocks after some acts, each at its moment. */
function clocksAfter(...acts: readonly (readonly [Act, Date])[]): readonly Clock[] {
  return acts.reduce<readonly Clock[]>((clocks, [act, now]) => {
    const moved = moveClocks(clocks, CLOCK_EFFECTS[act], TERMS, now);
    if (!moved.ok) throw new Error(`The calendar ends before ${String(moved.refusal.year)}.`);
    return moved.value;
  }, []);
}

function running(clocks: readonly Clock[]): readonly ClockKind[] {
  return clocks.flatMap((clock) => (clock.endedAt ? [] : [clock.kind])).sort();
}

const SUBMITTED = ['SUBMIT', at('2026-07-03')] as const;
const VERIFIED = ['VERIFY', at('2026-07-06')] as const;
const RESPONDED = ['RESPOND', at('2026-07-08')] as const;

describe('the clocks of a report', () => {
  it('start with the submission: three working days to verify it', () => {
    expect(clocksAfter(SUBMITTED)).toContainEqual({
      kind: 'VERIFICATION',
      seq: 1,
      startedAt: at('2026-07-03'),
      workingDays: 3,
      calendarDays: null,
      timeZone: 'Asia/Jakarta',
      dueAt: endOf('2026-07-08'),
      endedAt: null,
      breachedAt: null,
      noticesSent: 0,
      nextNoticeAt: null,
      edition: 0,
    });
  });

  it.each([
    ['INFO_REQUEST', 5, '2026-07-13'],
    ['ASPIRATION', 5, '2026-07-13'],
    ['COMPLAINT_GENERAL', 14, '2026-07-24'],
    ['COMPLAINT_OVERSIGHT', 60, '2026-09-30'],
  ] as const)('give a report of class %s %i working days for its solution', (type, workingDays, day) => {
    const moved = moveClocks([], CLOCK_EFFECTS.VERIFY, { ...TERMS, type }, at('2026-07-06'));
    const clock = moved.ok ? latestClock(moved.value, 'RESOLUTION') : null;
    expect(clock).toMatchObject({ workingDays, dueAt: endOf(day) });
  });

  it('end their day where the office is', () => {
    const moved = moveClocks(
      [],
      CLOCK_EFFECTS.SUBMIT,
      { ...TERMS, timeZone: 'Asia/Jayapura' },
      at('2026-07-03'),
    );
    const clock = moved.ok ? latestClock(moved.value, 'VERIFICATION') : null;
    expect(clock?.dueAt).toEqual(new Date('2026-07-08T23:59:59.999+09:00'));
  });

  it('run on when a report is only sent down or taken in hand', () => {
    const before = clocksAfter(SUBMITTED, VERIFIED);
    const after = clocksAfter(
      SUBMITTED,
      VERIFIED,
      ['SUB_DISPATCH', at('2026-07-07')],
      ['ACCEPT', at('2026-07-08')],
    );
    for (const kind of ['FIRST_FOLLOW_UP', 'RESOLUTION', 'OMBUDSMAN', 'CITIZEN'] as const) {
      expect(latestClock(after, kind)).toEqual(latestClock(before, kind));
    }
    expect(latestClock(after, 'HOLDER')).toMatchObject({ seq: 3, startedAt: at('2026-07-07'), dueAt: null });
  });

  it('start anew for the next office after a return, but not the one for the solution', () => {
    const clocks = clocksAfter(
      SUBMITTED,
      VERIFIED,
      ['RETURN', at('2026-07-07')],
      ['REDISPATCH', at('2026-07-08')],
    );
    expect(latestClock(clocks, 'REDISPATCH')).toMatchObject({
      dueAt: endOf('2026-07-08'),
      endedAt: at('2026-07-08'),
    });
    expect(latestClock(clocks, 'FIRST_FOLLOW_UP')).toMatchObject({ seq: 2, dueAt: endOf('2026-07-15') });
    expect(latestClock(clocks, 'RESOLUTION')).toMatchObject({ seq: 1, startedAt: at('2026-07-06') });
  });

  it('stop for an answer, and give the reporter ten working days', () => {
    const clocks = clocksAfter(SUBMITTED, VERIFIED, RESPONDED);
    expect(running(clocks)).toEqual(['CITIZEN', 'HOLDER', 'OMBUDSMAN', 'SILENCE']);
    expect(latestClock(clocks, 'SILENCE')?.dueAt).toEqual(endOf('2026-07-22'));
  });

  it('run on from where they stopped when the reporter does not accept the answer', () => {
    // Answered on Wednesday 8, replied on Tuesday 14: four working days lie between.
    const clocks = clocksAfter(SUBMITTED, VERIFIED, RESPONDED, ['REPLY', at('2026-07-14')]);
    expect(running(clocks)).toEqual(['CITIZEN', 'FIRST_FOLLOW_UP', 'HOLDER', 'OMBUDSMAN', 'RESOLUTION']);
    expect(latestClock(clocks, 'RESOLUTION')).toMatchObject({
      seq: 2,
      startedAt: at('2026-07-14'),
      dueAt: endOf('2026-07-30'),
    });
  });

  it('give no new time to an office that was late before the reporter replied', () => {
    const late = ['RESPOND', at('2026-07-27')] as const;
    const clocks = clocksAfter(SUBMITTED, VERIFIED, late, ['REPLY', at('2026-07-29')]);
    expect(latestClock(clocks, 'RESOLUTION')).toMatchObject({
      dueAt: endOf('2026-07-24'),
      breachedAt: endOf('2026-07-24'),
      endedAt: null,
    });
  });

  it.each(['CONFIRM', 'AUTO_CLOSE'] as const)('all end with %s', (act) => {
    expect(running(clocksAfter(SUBMITTED, VERIFIED, RESPONDED, [act, at('2026-07-28')]))).toEqual([]);
  });

  it('refuse a deadline beyond the decreed years and never guess one', () => {
    const late = new Date(`${String(TERMS.calendar.lastYear)}-12-31T05:00:00Z`);
    expect(moveClocks([], CLOCK_EFFECTS.VERIFY, TERMS, late)).toEqual({
      ok: false,
      refusal: { kind: 'CalendarNotLoaded', year: TERMS.calendar.lastYear + 1 },
    });
  });
});

describe('a breach', () => {
  const clock = latestClock(clocksAfter(SUBMITTED), 'VERIFICATION');
  if (!clock) throw new Error('A submission starts this clock.');

  it('is there from the instant after the due one', () => {
    expect(breachOf(clock, endOf('2026-07-08'))).toBeNull();
    expect(breachOf(clock, at('2026-07-09', '00:00'))).toEqual(endOf('2026-07-08'));
  });

  it('is never found on a clock that ended in time, however late one looks', () => {
    expect(breachOf({ ...clock, endedAt: at('2026-07-07') }, at('2027-01-04'))).toBeNull();
  });

  it('stays, whatever happens to the due day later', () => {
    const breached = { ...clock, breachedAt: endOf('2026-07-08'), dueAt: endOf('2026-12-01') };
    expect(breachOf(breached, at('2026-07-09'))).toEqual(endOf('2026-07-08'));
  });
});

describe('the explanation of a clock', () => {
  it('counts every day up to the due one', () => {
    const clock = latestClock(clocksAfter(SUBMITTED), 'VERIFICATION');
    const days = clock ? explainClock(clock, TERMS.calendar) : [];
    expect(days.map(({ date, workingDay }) => [date, workingDay])).toEqual([
      ['2026-07-03', 0],
      ['2026-07-04', null],
      ['2026-07-05', null],
      ['2026-07-06', 1],
      ['2026-07-07', 2],
      ['2026-07-08', 3],
    ]);
  });

  it('counts what was left of one that was taken up again', () => {
    const clocks = clocksAfter(SUBMITTED, VERIFIED, RESPONDED, ['REPLY', at('2026-07-14')]);
    const clock = latestClock(clocks, 'RESOLUTION');
    const days = clock ? explainClock(clock, TERMS.calendar) : [];
    expect(days.at(0)).toMatchObject({ date: '2026-07-14', verdict: 'START_DAY' });
    expect(days.at(-1)).toMatchObject({ date: '2026-07-30', workingDay: 12 });
  });

  it('is empty without a limit, and where the limit had passed before', () => {
    const late = clocksAfter(SUBMITTED, VERIFIED, ['RESPOND', at('2026-07-27')], ['REPLY', at('2026-07-29')]);
    for (const kind of ['CITIZEN', 'RESOLUTION'] as const) {
      const clock = latestClock(late, kind);
      expect(clock && explainClock(clock, TERMS.calendar)).toEqual([]);
    }
  });
});

describe('whatever happens to a report', () => {
  /** Any acts in any order, each up to six weeks after the last, from the summer of 2026 on. */
  const stories = fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.integer({ min: 0, max: 24 * 42 })), {
    maxLength: 6,
  });

  /** Goes through a story and shows the clocks before and after each act. */
  function tell(
    story: readonly (readonly [Act, number])[],
    judge: (before: readonly Clock[], after: readonly Clock[], now: Date) => void,
  ): void {
    let clocks: readonly Clock[] = [];
    let now = at('2026-07-03');
    for (const [act, hours] of story) {
      now = new Date(now.getTime() + hours * 3_600_000);
      const moved = moveClocks(clocks, CLOCK_EFFECTS[act], TERMS, now);
      // Beyond the decreed years a story ends; until then no act may be refused.
      if (!moved.ok) return;
      judge(clocks, moved.value, now);
      clocks = moved.value;
    }
  }

  it('a deadline that was begun once goes on when the report is verified again after an appeal', () => {
    const clocks = clocksAfter(
      ['SUBMIT', at('2026-07-01')],
      ['VERIFY', at('2026-07-02')],
      ['EXPIRE_COMPLETION', at('2026-07-08')],
      ['APPEAL', at('2026-07-10')],
      ['VERIFY', at('2026-07-13')],
    );
    // Fourteen working days from 2 July, and the three that the report lay aside.
    expect(latestClock(clocks, 'RESOLUTION')).toMatchObject({ seq: 2, dueAt: endOf('2026-07-27') });
  });

  it('a reporter who lets their time run out breaches nothing', () => {
    const silence = latestClock(
      clocksAfter(
        ['SUBMIT', at('2026-07-01')],
        ['VERIFY', at('2026-07-02')],
        ['RESPOND', at('2026-07-03')],
        ['AUTO_CLOSE', at('2026-07-31')],
      ),
      'SILENCE',
    );
    expect(silence).toMatchObject({
      dueAt: endOf('2026-07-17'),
      endedAt: at('2026-07-31'),
      breachedAt: null,
      noticesSent: 0,
      nextNoticeAt: null,
    });
  });

  it('an ended clock never changes', () => {
    fc.assert(
      fc.property(stories, (story) =>
        tell(story, (before, after) => {
          for (const clock of before.filter(({ endedAt }) => endedAt)) expect(after).toContainEqual(clock);
        }),
      ),
    );
  });

  it('a breach never disappears', () => {
    fc.assert(
      fc.property(stories, (story) =>
        tell(story, (before, after, now) => {
          for (const clock of before.filter((each) => breachOf(each, now))) {
            const same = after.find(({ kind, seq }) => kind === clock.kind && seq === clock.seq);
            expect(same && breachOf(same, now)).toEqual(breachOf(clock, now));
          }
        }),
      ),
    );
  });

  it('the runs of a kind are numbered without gaps', () => {
    fc.assert(
      fc.property(stories, (story) =>
        tell(story, (_before, after) => {
          for (const runs of Map.groupBy(after, ({ kind }) => kind).values()) {
            expect(runs.map(({ seq }) => seq)).toEqual(runs.map((_, index) => index + 1));
          }
        }),
      ),
    );
  });
});
