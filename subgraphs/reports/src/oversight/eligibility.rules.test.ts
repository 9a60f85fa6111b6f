import { describe, expect, it } from '@jest/globals';
import { aPublishedReport } from '../../test/support/builders.js';
import { OVERSIGHT_STAGES } from '../report/report-state.js';
import { openingOfOversight } from './eligibility.rules.js';
import { checkPrerequisites } from './prerequisites.rules.js';

const TERMS = { today: '2026-07-10', eventYears: 2 };
const REPORT = aPublishedReport({ ownerTag: Buffer.from('tag'), incidentDate: '2026-07-08' });

describe('the opening of the way to the Ombudsman', () => {
  it('is an offer where nothing stands in the way, and says why it opened', () => {
    expect(openingOfOversight(REPORT, 'ANSWER_REJECTED', TERMS)).toEqual({
      act: 'OVERSIGHT_ELIGIBLE',
      actor: { role: 'SYSTEM', agencyId: null, officerId: null },
      reason: 'ANSWER_REJECTED',
      fields: { oversightStage: 'OFFERED' },
    });
  });

  it.each([
    ['nobody is known behind the report', { ownerTag: null }],
    ['it happened too long ago', { incidentDate: '2024-07-09' }],
  ])('is no offer where %s', (_why, changes) => {
    expect(openingOfOversight({ ...REPORT, ...changes }, 'TIME_IS_OVER', TERMS)).toMatchObject({
      fields: { oversightStage: 'ELIGIBLE' },
    });
  });

  it('leaves it to the reporter to say on which day it happened', () => {
    expect(openingOfOversight({ ...REPORT, incidentDate: null }, 'TIME_IS_OVER', TERMS)).toMatchObject({
      fields: { oversightStage: 'OFFERED' },
    });
  });

  it.each(OVERSIGHT_STAGES)('comes once: not at %s', (oversightStage) => {
    expect(openingOfOversight({ ...REPORT, oversightStage }, 'ANSWER_REJECTED', TERMS)).toBeNull();
  });
});

describe('the prerequisites of the law', () => {
  const verdicts = (changes: object): Readonly<Record<string, string>> =>
    Object.fromEntries(
      checkPrerequisites({ ...REPORT, oversightStage: 'OFFERED', ...changes }, TERMS).map(
        ({ code, verdict }) => [code, verdict],
      ),
    );

  it('are all met by a report of somebody that was sent, was not settled, and is of late', () => {
    expect(new Set(Object.values(verdicts({})))).toEqual(new Set(['MET']));
  });

  it.each([
    ['IDENTITY', 'UNMET', { ownerTag: null }],
    ['PRIOR_COMPLAINT', 'UNMET', { dispatchedAt: null }],
    ['NOT_SETTLED', 'UNMET', { oversightStage: null }],
    ['RECENT_EVENT', 'UNKNOWN', { incidentDate: null }],
    ['RECENT_EVENT', 'MET', { incidentDate: '2024-07-10' }],
    ['RECENT_EVENT', 'UNMET', { incidentDate: '2024-07-09' }],
  ])('say of %s: %s where %j', (code, verdict, changes) => {
    expect(verdicts(changes)[code]).toBe(verdict);
  });
});
