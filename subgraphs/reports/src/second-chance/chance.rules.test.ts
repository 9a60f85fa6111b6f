import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import { shippedRuleSet } from '../../test/support/shipped-rule-sets.js';
import { OPEN_STATES } from '../report/report-state.js';
import { chanceOf } from './chance.rules.js';

const RULE_SET = shippedRuleSet('PERMENPANRB_62_2018');
const CALENDAR = loadNationalCalendar();
/** A Friday with Independence Day and the Prophet's birthday after it. */
const ENDED_AT = new Date('2026-08-14T03:00:00Z');

function chanceIn(
  state: 'ARCHIVED' | 'CLOSED' | 'WITHDRAWN',
  zone: Parameters<typeof chanceOf>[2] = 'Asia/Jakarta',
) {
  return chanceOf({ state, closedAt: ENDED_AT }, RULE_SET, zone, CALENDAR);
}

describe('the second chance of a reporter', () => {
  it('is one appeal against archiving and two reopenings, for ten working days each', () => {
    const endsAt = new Date('2026-09-01T16:59:59.999Z');
    expect(chanceIn('ARCHIVED')).toEqual({ ok: true, value: { times: 1, endsAt } });
    expect(chanceIn('CLOSED')).toEqual({ ok: true, value: { times: 2, endsAt } });
  });

  it('ends with the day of the office, wherever in the country it is', () => {
    expect(chanceIn('CLOSED', 'Asia/Jayapura')).toMatchObject({
      value: { endsAt: new Date('2026-09-01T14:59:59.999Z') },
    });
  });

  it('is what the rule set of the report says, not a number of ours', () => {
    const limits = RULE_SET.limits.map((limit) =>
      limit.code === 'REOPENINGS' ? { ...limit, value: 7 } : limit,
    );
    const chance = chanceOf(
      { state: 'CLOSED', closedAt: ENDED_AT },
      { ...RULE_SET, limits },
      'Asia/Jakarta',
      CALENDAR,
    );
    expect(chance).toMatchObject({ value: { times: 7 } });
  });

  it('is none for a report that is open, or that its reporter has taken back', () => {
    expect(chanceIn('WITHDRAWN')).toEqual({ ok: true, value: null });
    for (const state of OPEN_STATES) {
      expect(chanceOf({ state, closedAt: null }, RULE_SET, 'Asia/Jakarta', CALENDAR)).toEqual({
        ok: true,
        value: null,
      });
    }
  });

  it('is refused, never guessed, beyond the calendar that is decreed', () => {
    const closedAt = new Date('2027-12-28T03:00:00Z');
    expect(chanceOf({ state: 'CLOSED', closedAt }, RULE_SET, 'Asia/Jakarta', CALENDAR)).toMatchObject({
      refusal: { kind: 'CalendarNotLoaded', year: 2028 },
    });
  });
});
