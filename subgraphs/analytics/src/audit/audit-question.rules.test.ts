import { describe, expect, it } from '@jest/globals';
import { concernedBy, readQuestion } from './audit-question.rules.js';

const AGENCY = '0b26cbbf-7b53-4d63-8df2-3f1e7a0f3c01';

describe('a question to the audit log', () => {
  it('reaches from the first moment of a day in Jakarta to the last of another', () => {
    expect(readQuestion({ fromDay: '2026-07-10', toDay: '2026-07-10' })).toMatchObject({
      from: new Date('2026-07-09T17:00:00Z'),
      until: new Date('2026-07-10T17:00:00Z'),
      subjectId: null,
    });
  });

  it('has no answer where an id or an action cannot exist', () => {
    for (const name of ['subjectId', 'officerId', 'agencyId'] as const)
      expect(readQuestion({ [name]: `${AGENCY}' or true` })).toBeNull();
    expect(readQuestion({ action: 'verifyReport\0' })).toBeNull();
  });

  it('is asked of all agencies by who reads the country, else of those within reach alone', () => {
    const houses = { kind: 'HOUSES', agencyIds: [AGENCY] } as const;
    expect(concernedBy({ kind: 'COUNTRY' }, [], null)).toBeNull();
    expect(concernedBy({ kind: 'COUNTRY' }, [], AGENCY)).toEqual([AGENCY]);
    expect(concernedBy(houses, [AGENCY], null)).toEqual([AGENCY]);
    expect(concernedBy(houses, [AGENCY], AGENCY.toUpperCase())).toEqual([AGENCY]);
    expect(concernedBy(houses, [AGENCY], '9c55a5a9-30f7-4f0c-9c3b-5d6f4a1b7e02')).toEqual([]);
  });
});
