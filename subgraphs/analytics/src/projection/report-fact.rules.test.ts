import { describe, expect, it } from '@jest/globals';
import { isPublic, lateAt } from './report-fact.rules.js';

const monday = '2026-08-03T16:59:59.000Z';
const friday = '2026-08-07T16:59:59.000Z';
const owesBoth = {
  state: 'DISPATCHED',
  firstFollowUpAt: null,
  firstFollowUpDueAt: monday,
  respondedAt: null,
  resolutionDueAt: friday,
};

describe('Lateness of a report', () => {
  it('begins with the first due date whose act is missing', () => {
    expect(lateAt(owesBoth)).toEqual(new Date(monday));
  });

  it('waits for the resolution once the agency has followed up', () => {
    expect(lateAt({ ...owesBoth, state: 'IN_PROGRESS', firstFollowUpAt: monday })).toEqual(new Date(friday));
  });

  it('stays after a breach when the report is given more time, until it is answered', () => {
    const reclassified = {
      ...owesBoth,
      firstFollowUpAt: monday,
      resolutionDueAt: '2026-10-30T16:59:59.000Z',
      resolutionBreachedAt: friday,
    };
    expect(lateAt(reclassified)).toEqual(new Date(friday));
    expect(lateAt({ ...reclassified, state: 'RESPONDED', respondedAt: friday })).toBeNull();
  });

  it('cannot begin once the agency has responded', () => {
    const responded = { ...owesBoth, state: 'RESPONDED', firstFollowUpAt: monday, respondedAt: monday };
    expect(lateAt(responded)).toBeNull();
  });

  it.each(['CLOSED', 'ARCHIVED', 'MERGED', 'WITHDRAWN'])('never begins for a report that is %s', (state) => {
    expect(lateAt({ ...owesBoth, state })).toBeNull();
  });

  it('cannot begin without a due date', () => {
    expect(lateAt({ ...owesBoth, firstFollowUpDueAt: null, resolutionDueAt: null })).toBeNull();
  });
});

describe('Publicity of a report in the statistics', () => {
  it.each([
    { isSecret: false, dispatchedAt: monday, counted: true },
    { isSecret: true, dispatchedAt: monday, counted: false },
    { isSecret: false, dispatchedAt: null, counted: false },
    { isSecret: true, dispatchedAt: null, counted: false },
    { isSecret: false, dispatchedAt: monday, isPublished: true, counted: true },
    { isSecret: false, dispatchedAt: monday, isPublished: false, counted: false },
    { isSecret: true, dispatchedAt: monday, isPublished: true, counted: false },
  ])(
    'secret $isSecret, dispatched $dispatchedAt, published $isPublished: counted $counted',
    ({ counted, ...facts }) => {
      expect(isPublic(facts)).toBe(counted);
    },
  );
});
