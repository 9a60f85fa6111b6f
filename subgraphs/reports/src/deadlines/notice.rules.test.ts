import { describe, expect, it } from '@jest/globals';
import { loadNationalCalendar } from '@satu-pintu/calendar';
import { aReport, aResolution, NOON } from '../../test/support/builders.js';
import { shippedRuleSet } from '../../test/support/shipped-rule-sets.js';
import { OPEN_STATES, REPORT_STATES } from '../report/report-state.js';
import type { Clock } from '../sla/clock.rules.js';
import { type ClockKind, noticesOf } from '../sla/rule-set.js';
import { decideNotice, type NoticeInTime } from './notice.rules.js';

const RULES = shippedRuleSet('PERMENPANRB_62_2018');
const ABOVE = { COORDINATOR: 'the-coordinator', NATIONAL_DESK: 'the-national-desk' };
const AFTER = new Date(NOON.getTime() + 1);

/** A run whose next notice is due at noon. */
function due(kind: ClockKind, changes: Partial<Clock> = {}): NoticeInTime {
  return {
    run: aResolution({ kind, dueAt: NOON, nextNoticeAt: NOON, ...changes }),
    notices: noticesOf(RULES, kind),
    calendar: loadNationalCalendar(),
    above: ABOVE,
  };
}

const NOTHING = { ok: false, refusal: { kind: 'NothingIsDue' } };

describe('a notice', () => {
  it('reminds the reporter, and says of which clock', () => {
    const report = aReport({ state: 'RESPONDED', ownerTag: Buffer.alloc(32) });
    expect(decideNotice(report, due('SILENCE'), AFTER)).toEqual({
      ok: true,
      value: {
        act: 'REMIND_REPORTER',
        actor: { role: 'SYSTEM', agencyId: null, officerId: null },
        reason: 'SILENCE',
        notice: { kind: 'SILENCE', seq: 1, toAgencyId: null },
      },
    });
  });

  it('notes of a reporter without an account that the page alone can tell them', () => {
    const report = aReport({ state: 'AWAITING_REPORTER', ownerTag: null });
    expect(decideNotice(report, due('COMPLETION'), AFTER)).toMatchObject({
      value: { reason: 'COMPLETION_ON_PAGE_ONLY' },
    });
  });

  it('tells a breach first to the coordinator above, reminds the holder, then tells the national desk', () => {
    const report = aReport({ state: 'DISPATCHED' });
    const told = [0, 1, 2, 3].map((noticesSent) =>
      decideNotice(report, due('FIRST_FOLLOW_UP', { breachedAt: NOON, noticesSent }), AFTER),
    );
    expect(told).toMatchObject([
      { value: { act: 'ESCALATE', notice: { toAgencyId: 'the-coordinator' } } },
      { value: { act: 'REMIND_HOLDER', notice: { toAgencyId: null } } },
      { value: { act: 'ESCALATE', notice: { toAgencyId: 'the-national-desk' } } },
      NOTHING,
    ]);
  });

  it('tells nobody of a breach that is not written down', () => {
    expect(decideNotice(aReport({ state: 'DISPATCHED' }), due('RESOLUTION'), AFTER)).toEqual(NOTHING);
  });

  it.each<[string, NoticeInTime, Date]>([
    ['in its last instant of waiting', due('SILENCE'), NOON],
    ['of a run that has ended', due('SILENCE', { endedAt: NOON }), AFTER],
    ['when all are sent', due('SILENCE', { noticesSent: 2 }), AFTER],
    ['of a clock that never ran', { ...due('SILENCE'), run: null }, AFTER],
    ['of a clock without notices', due('HOLDER'), AFTER],
  ])('is not sent %s', (_what, notice, now) => {
    expect(decideNotice(aReport({ state: 'RESPONDED' }), notice, now)).toEqual(NOTHING);
  });

  it('of a run from before there was a plan is due by the days of the rule set', () => {
    const startedAt = new Date('2026-07-10T05:00:00Z');
    const unplanned = due('SILENCE', {
      startedAt,
      dueAt: new Date('2026-07-24T16:59:59.999Z'),
      nextNoticeAt: null,
    });
    const report = aReport({ state: 'RESPONDED' });
    expect(decideNotice(report, unplanned, new Date('2026-07-17T16:59:59.999Z'))).toEqual(NOTHING);
    expect(decideNotice(report, unplanned, new Date('2026-07-17T17:00:00Z')).ok).toBe(true);
  });

  it.each(REPORT_STATES.filter((state) => !OPEN_STATES.includes(state)))('is not sent in %s', (state) => {
    for (const kind of ['SILENCE', 'RESOLUTION'] as const) {
      const decision = decideNotice(aReport({ state }), due(kind, { breachedAt: NOON }), AFTER);
      expect(decision).toEqual({ ok: false, refusal: { kind: 'ReportNotInState', state } });
    }
  });
});
