import { describe, expect, it } from '@jest/globals';
import { aReport, NOON } from '../../test/support/builders.js';
import { OVERSIGHT_STAGES, REPORT_STATES } from '../report/report-state.js';
import type { Clock } from '../sla/clock.rules.js';
import { BREACHABLE, decideBreach, decideEligibility } from './deadline.rules.js';

const LATE = new Date(NOON.getTime() + 1);
const TERMS = { today: '2026-07-10', eventYears: 2 };

/** A run that was due at noon. */
function aClock(changes: Partial<Clock> = {}): Clock {
  return {
    kind: 'RESOLUTION',
    seq: 1,
    startedAt: new Date('2026-06-10T05:00:00Z'),
    workingDays: 14,
    calendarDays: null,
    timeZone: 'Asia/Jakarta',
    dueAt: NOON,
    endedAt: null,
    breachedAt: null,
    noticesSent: 0,
    nextNoticeAt: null,
    edition: 0,
    ...changes,
  };
}

describe('a breach', () => {
  it.each(BREACHABLE)('of %s is the platform’s own act and changes nothing but the clock', (kind) => {
    expect(decideBreach(aReport({ state: 'DISPATCHED' }), kind, aClock({ kind }), LATE)).toEqual({
      ok: true,
      value: {
        act: 'BREACH',
        actor: { role: 'SYSTEM', agencyId: null, officerId: null },
        breach: kind,
        reason: kind,
      },
    });
  });

  it.each<[string, Clock | null, Date]>([
    ['in its due instant', aClock(), NOON],
    ['once it has ended', aClock({ endedAt: LATE }), LATE],
    ['when it is written down already', aClock({ breachedAt: NOON }), LATE],
    ['without a limit', aClock({ dueAt: null }), LATE],
    ['that never began', null, LATE],
  ])('is not one of a clock %s', (_what, clock, now) => {
    const refusal = { ok: false, refusal: { kind: 'NothingIsDue' } };
    const report = aReport({ state: 'DISPATCHED' });
    expect(decideBreach(report, 'RESOLUTION', clock, now)).toEqual(refusal);
    expect(decideEligibility(report, clock, TERMS, now)).toEqual(refusal);
  });

  it.each(REPORT_STATES)('in %s is written down while it is for the office to act', (state) => {
    const isForTheOffice = ['SUBMITTED', 'DISPATCHED', 'RETURNED', 'IN_PROGRESS'].includes(state);
    expect(decideBreach(aReport({ state }), 'RESOLUTION', aClock(), LATE).ok).toBe(isForTheOffice);
  });
});

describe('the way to the Ombudsman', () => {
  it('opens when sixty working days are over', () => {
    const report = aReport({ state: 'DISPATCHED', dispatchedAt: NOON, ownerTag: Buffer.from('tag') });
    expect(decideEligibility(report, aClock({ kind: 'OMBUDSMAN' }), TERMS, LATE)).toEqual({
      ok: true,
      value: {
        act: 'OVERSIGHT_ELIGIBLE',
        actor: { role: 'SYSTEM', agencyId: null, officerId: null },
        breach: 'OMBUDSMAN',
        reason: 'TIME_IS_OVER',
        fields: { oversightStage: 'OFFERED' },
      },
    });
  });

  it.each(REPORT_STATES)(
    'opens in %s where an agency has the report and its reporter is not awaited',
    (state) => {
      const isInHand = ['DISPATCHED', 'RETURNED', 'IN_PROGRESS', 'RESPONDED'].includes(state);
      expect(decideEligibility(aReport({ state }), aClock(), TERMS, LATE).ok).toBe(isInHand);
    },
  );

  it.each(OVERSIGHT_STAGES)('does not open twice, at %s no more', (oversightStage) => {
    const report = aReport({ state: 'DISPATCHED', oversightStage });
    expect(decideEligibility(report, aClock(), TERMS, LATE)).toMatchObject({
      refusal: { kind: 'NothingIsDue' },
    });
  });
});
