import { describe, expect, it } from '@jest/globals';
import { aResolution, NOON } from '../../test/support/builders.js';
import { nextDeadline } from './next-deadline.rules.js';

const SOON = new Date('2026-07-15T16:59:59.999Z');

describe('the next deadline of a report', () => {
  it('is the earliest of those that run against an agency', () => {
    const resolution = aResolution();
    expect(nextDeadline([resolution, aResolution({ kind: 'FIRST_FOLLOW_UP', dueAt: SOON })])).toEqual(SOON);
    expect(nextDeadline([resolution])).toEqual(resolution.dueAt);
  });

  it('stays when it has passed, until the clock ends', () => {
    expect(nextDeadline([aResolution({ dueAt: NOON, breachedAt: NOON })])).toEqual(NOON);
    expect(nextDeadline([aResolution({ endedAt: NOON })])).toBeNull();
  });

  it('is none of the times that the reporter has, or that only show how long it takes', () => {
    const others = (['SILENCE', 'COMPLETION', 'OMBUDSMAN', 'CITIZEN', 'HOLDER'] as const).map((kind) =>
      aResolution({ kind }),
    );
    expect(nextDeadline(others)).toBeNull();
    expect(nextDeadline([aResolution({ dueAt: null })])).toBeNull();
  });
});
