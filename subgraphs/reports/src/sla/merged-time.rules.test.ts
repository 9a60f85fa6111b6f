import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import { shippedRuleSet } from '../../test/support/shipped-rule-sets.js';
import type { Act } from '../report/transitions.js';
import { CLOCK_EFFECTS } from './clock-effects.js';
import { breachOf, type Clock, latestClock, moveClocks } from './clock.rules.js';
import type { ClockKind } from './rule-set.js';

const at = (day: string): Date => new Date(`${day}T12:00:00+07:00`);

/** The clocks after some acts. */
function after(...acts: readonly (readonly [Act, Date])[]): readonly Clock[] {
  let clocks: readonly Clock[] = [];
  let mergedAt: Date | null = null;
  for (const [act, now] of acts) {
    const terms = {
      ruleSet: shippedRuleSet('PERMENPANRB_62_2018'),
      calendar: loadNationalCalendar(),
      timeZone: 'Asia/Jakarta',
      type: 'COMPLAINT_GENERAL',
      pausedAt: null,
      mergedAt,
    } as const;
    const moved = moveClocks(clocks, CLOCK_EFFECTS[act], terms, now);
    if (!moved.ok) throw new Error(`The calendar ends before ${String(moved.refusal.year)}.`);
    clocks = moved.value;
    mergedAt = act === 'MERGE' ? now : null;
  }
  return clocks;
}

const running = (clocks: readonly Clock[]): readonly ClockKind[] =>
  clocks.flatMap(({ kind, endedAt }) => (endedAt ? [] : [kind])).sort();

const SUBMIT = ['SUBMIT', at('2026-07-06')] as const;
const VERIFY = ['VERIFY', at('2026-07-07')] as const;
const FOLLOW_UP = ['FOLLOW_UP', at('2026-07-08')] as const;
const MERGE = ['MERGE', at('2026-07-09')] as const;
const UNMERGE = ['UNMERGE', at('2026-07-14')] as const;

describe('while a report is merged', () => {
  it('no clock of it runs, and what was in time is met', () => {
    const clocks = after(SUBMIT, MERGE);
    expect(running(clocks)).toEqual([]);
    expect(latestClock(clocks, 'VERIFICATION')).toMatchObject({
      endedAt: at('2026-07-09'),
      breachedAt: null,
    });
  });
});

describe('when it is merged no longer', () => {
  it.each([
    [[SUBMIT], ['CITIZEN', 'HOLDER', 'VERIFICATION']],
    [
      [SUBMIT, VERIFY],
      ['CITIZEN', 'FIRST_FOLLOW_UP', 'HOLDER', 'OMBUDSMAN', 'RESOLUTION'],
    ],
    [
      [SUBMIT, VERIFY, FOLLOW_UP],
      ['CITIZEN', 'HOLDER', 'OMBUDSMAN', 'RESOLUTION'],
    ],
  ])('the clocks run that ran before (%#)', (before, kinds) => {
    expect(running(after(...before))).toEqual(kinds);
    expect(running(after(...before, MERGE, UNMERGE))).toEqual(kinds);
  });

  it('the time in between counts: due days stay, runs follow one another without a gap', () => {
    const before = latestClock(after(SUBMIT, VERIFY), 'RESOLUTION');
    const clocks = after(SUBMIT, VERIFY, MERGE, UNMERGE).filter(({ kind }) => kind === 'RESOLUTION');
    expect(clocks.map(({ seq, startedAt, endedAt }) => [seq, startedAt, endedAt])).toEqual([
      [1, at('2026-07-07'), at('2026-07-09')],
      [2, at('2026-07-09'), null],
    ]);
    expect(clocks.map(({ dueAt }) => dueAt)).toEqual([before?.dueAt, before?.dueAt]);
  });

  it('what ran out in the meantime is late', () => {
    const late = at('2026-07-31');
    const clock = latestClock(after(SUBMIT, VERIFY, MERGE, ['UNMERGE', late]), 'RESOLUTION');
    expect(clock && breachOf(clock, late)).toEqual(clock?.dueAt);
  });

  it('what was late stays late', () => {
    const late = at('2026-07-31');
    const clocks = after(SUBMIT, VERIFY, ['MERGE', late], ['UNMERGE', late]);
    const runs = clocks.filter(({ kind }) => kind === 'FIRST_FOLLOW_UP');
    expect(runs.map(({ breachedAt }) => breachedAt)).toEqual([runs[0]?.dueAt, runs[0]?.dueAt]);
    expect(runs[0]?.dueAt).not.toBeNull();
  });
});
