import { describe, expect, it } from '@jest/globals';
import { aPublishedReport, NOON } from '../../test/support/builders.js';
import type { Clock } from '../sla/clock.rules.js';
import type { ClockKind } from '../sla/rule-set.js';
import { type AcceptedAct, THE_SYSTEM } from './act.js';
import { factsOf, factsOfTime } from './report-facts.js';

function clock(kind: ClockKind): Clock {
  const limit = { workingDays: 5, calendarDays: null, timeZone: 'Asia/Jakarta' as const, dueAt: NOON };
  return {
    kind,
    seq: 1,
    startedAt: NOON,
    ...limit,
    endedAt: null,
    breachedAt: null,
    noticesSent: 0,
    nextNoticeAt: null,
    edition: 0,
  };
}

const CLOCKS = [clock('FIRST_FOLLOW_UP'), clock('RESOLUTION')];

const BREACH: AcceptedAct = { act: 'BREACH', actor: THE_SYSTEM, breach: 'RESOLUTION', reason: 'RESOLUTION' };

describe('what the rest of the house learns of a report', () => {
  it('is until when the agency owes a follow-up and a solution', () => {
    expect(factsOf(aPublishedReport({ state: 'IN_PROGRESS' }), CLOCKS)).toMatchObject({
      firstFollowUpDueAt: NOON.toISOString(),
      resolutionDueAt: NOON.toISOString(),
    });
  });

  it('is no date while the reporter is awaited, so that nobody counts the report as overdue', () => {
    const awaited = { state: 'AWAITING_REPORTER', stateBefore: 'IN_PROGRESS', awaitingSince: NOON } as const;
    expect(factsOf(aPublishedReport(awaited), CLOCKS)).toMatchObject({
      firstFollowUpDueAt: null,
      resolutionDueAt: null,
    });
  });

  it('is the first breach of the solution, whatever time was given after it, while it is still owed', () => {
    const late = { ...clock('RESOLUTION'), endedAt: NOON, breachedAt: NOON };
    const clocks = [late, { ...clock('RESOLUTION'), seq: 2, dueAt: new Date('2026-10-01T16:59:59.999Z') }];
    const { state } = aPublishedReport();
    expect(factsOf(aPublishedReport({ state }), clocks)).toMatchObject({
      resolutionDueAt: '2026-10-01T16:59:59.999Z',
      resolutionBreachedAt: NOON.toISOString(),
    });
    const awaited = { state: 'AWAITING_REPORTER', stateBefore: 'IN_PROGRESS', awaitingSince: NOON } as const;
    expect(factsOf(aPublishedReport(awaited), clocks).resolutionBreachedAt).toBeNull();
  });

  it('is which clock an act of time is about, and which agency it tells', () => {
    expect(factsOfTime(BREACH)).toEqual({ clock: 'RESOLUTION' });
    const notice = { kind: 'SILENCE', seq: 1, toAgencyId: null } as const;
    expect(factsOfTime({ ...BREACH, act: 'REMIND_REPORTER', notice })).toEqual({ clock: 'SILENCE' });
    const told = { ...notice, toAgencyId: 'the-national-desk' };
    expect(factsOfTime({ ...BREACH, act: 'ESCALATE', notice: told })).toMatchObject({
      toAgencyId: 'the-national-desk',
    });
    expect(factsOfTime({ act: 'ACCEPT', actor: THE_SYSTEM })).toEqual({});
  });
});
