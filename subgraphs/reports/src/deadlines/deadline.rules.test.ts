import { describe, expect, it } from '@jest/globals';
import { aReport, NOON } from '../../test/support/builders.js';
import { OPEN_STATES, OVERSIGHT_STAGES, REPORT_STATES } from '../report/report-state.js';
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
    expect(decideBreach(aReport(), 'RESOLUTION', clock, now)).toEqual(refusal);
    expect(decideEligibility(aReport(), clock, TERMS, now)).toEqual(refusal);
  });

  it.each(REPORT_STATES)('in %s is written down while the report is open', (state) => {
    const isOpen = OPEN_STATES.includes(state);
    expect(decideBreach(aReport({ state }), 'RESOLUTION', aClock(), LATE).ok).toBe(isOpen);
    expect(decideEligibility(aReport({ state }), aClock(), TERMS, LATE).ok).toBe(isOpen);
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

  it.each(OVERSIGHT_STAGES)('does not open twice, at %s no more', (oversightStage) => {
    expect(decideEligibility(aReport({ oversightStage }), aClock(), TERMS, LATE)).toMatchObject({
      refusal: { kind: 'NothingIsDue' },
    });
  });
});
