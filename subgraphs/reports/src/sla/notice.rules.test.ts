import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import { aResolution, NOON } from '../../test/support/builders.js';
import { shippedRuleSet, shippedRuleSets } from '../../test/support/shipped-rule-sets.js';
import { countNotice, owesReminder, planNotice, planNotices } from './notice.rules.js';
import { CLOCK_KINDS, noticesOf } from './rule-set.js';

const RULES = shippedRuleSet('PERMENPANRB_62_2018');
const CALENDAR = loadNationalCalendar();
const SILENCE = noticesOf(RULES, 'SILENCE');

describe('the plan of notices', () => {
  it('counts working days from the start for a reminder, and from the due day for what follows a breach', () => {
    const silence = aResolution({ kind: 'SILENCE', workingDays: 10 });
    expect(planNotice(silence, SILENCE, CALENDAR)).toEqual(new Date('2026-07-17T16:59:59.999Z'));
    expect(planNotice({ ...silence, noticesSent: 1 }, SILENCE, CALENDAR)).toEqual(
      new Date('2026-07-22T16:59:59.999Z'),
    );
    const late = aResolution({ noticesSent: 1 });
    expect(planNotice(late, noticesOf(RULES, 'RESOLUTION'), CALENDAR)).toEqual(
      new Date('2026-08-06T16:59:59.999Z'),
    );
  });

  it('counts every day for the time to complete', () => {
    const completion = aResolution({ kind: 'COMPLETION', workingDays: null, calendarDays: 30 });
    expect(planNotice(completion, noticesOf(RULES, 'COMPLETION'), CALENDAR)).toEqual(
      new Date('2026-07-25T16:59:59.999Z'),
    );
  });

  it('tells of a breach in the instant of the breach', () => {
    const run = aResolution();
    expect(planNotice(run, noticesOf(RULES, 'RESOLUTION'), CALENDAR)).toEqual(run.dueAt);
  });

  it('has nothing after the last one, without a limit, and beyond the calendar', () => {
    const silence = aResolution({ kind: 'SILENCE' });
    expect(planNotice({ ...silence, noticesSent: 2 }, SILENCE, CALENDAR)).toBeNull();
    expect(planNotice({ ...silence, dueAt: null }, SILENCE, CALENDAR)).toBeNull();
    const lastDay = new Date(`${String(CALENDAR.lastYear)}-12-30T05:00:00Z`);
    expect(planNotice({ ...silence, startedAt: lastDay }, SILENCE, CALENDAR)).toBeNull();
  });

  it('is made for runs that an act has touched, and for no other', () => {
    const old = aResolution({ kind: 'SILENCE', endedAt: NOON });
    const untouched = aResolution();
    const fresh = aResolution({ kind: 'SILENCE', seq: 2 });
    const planned = planNotices([old, untouched], [old, untouched, fresh], {
      ruleSet: RULES,
      calendar: CALENDAR,
    });
    expect(planned[0]).toBe(old);
    expect(planned[1]).toBe(untouched);
    expect(planned[2]?.nextNoticeAt).toEqual(new Date('2026-07-17T16:59:59.999Z'));
  });

  it('goes on after one was counted, in that run alone', () => {
    const runs = [aResolution({ seq: 1 }), aResolution({ seq: 2 })];
    expect(countNotice(runs, { kind: 'RESOLUTION', seq: 2 }).map((run) => run.noticesSent)).toEqual([0, 1]);
  });
});

describe('a reminder', () => {
  it('is owed to a reporter until all of them are sent', () => {
    const silence = aResolution({ kind: 'SILENCE' });
    expect([0, 1, 2].map((noticesSent) => owesReminder({ ...silence, noticesSent }, SILENCE))).toEqual([
      true,
      true,
      false,
    ]);
    expect(owesReminder(null, SILENCE)).toBe(true);
  });
});

describe('the notices of a rule set', () => {
  it.each(shippedRuleSets().map((set) => [set.code, set] as const))(
    'stand in the order of time in %s',
    (_, set) => {
      for (const kind of CLOCK_KINDS) {
        const plans = noticesOf(set, kind).map((_notice, noticesSent) =>
          planNotice(aResolution({ kind, noticesSent }), noticesOf(set, kind), CALENDAR),
        );
        const times = plans.map((plan) => plan?.getTime() ?? Number.NaN);
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }
    },
  );
});
