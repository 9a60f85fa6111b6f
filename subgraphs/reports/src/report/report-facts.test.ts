import { describe, expect, it } from '@jest/globals';
import { aPublishedReport, NOON } from '../../test/support/builders.js';
import type { Clock } from '../sla/clock.rules.js';
import type { ClockKind } from '../sla/rule-set.js';
import { factsOf } from './report-facts.js';

function clock(kind: ClockKind): Clock {
  const limit = { workingDays: 5, calendarDays: null, timeZone: 'Asia/Jakarta' as const, dueAt: NOON };
  return { kind, seq: 1, startedAt: NOON, ...limit, endedAt: null, breachedAt: null };
}

const CLOCKS = [clock('FIRST_FOLLOW_UP'), clock('RESOLUTION')];

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
});
