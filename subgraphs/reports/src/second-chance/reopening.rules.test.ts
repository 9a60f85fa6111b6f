import { describe, expect, it } from '@jest/globals';
import { agencyId } from '../../test/support/small-tree.js';
import { allBut, aPublishedReport, aPost, aStanding, EVERYBODY, NOON } from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import { decideReopening } from './reopening.rules.js';

const REPORTER = EVERYBODY['the reporter'];
const CLOSED = aPublishedReport({
  state: 'CLOSED',
  closedAt: NOON,
  closeReason: 'CONFIRMED',
  respondedAt: NOON,
  rating: 5,
});
const CHANCE = { times: 2, endsAt: NOON };
const JUST_AFTER = new Date(NOON.getTime() + 1);
const REOPENING = { reason: 'Tambalannya sudah lepas lagi.', agencyId: CLOSED.holderAgencyId };
const OFFICERS = ['the national desk', 'the Ombudsman'] as const;

describe('a reopening', () => {
  it('lets the last holder work on, and forgets what the closing said', () => {
    expect(decideReopening(CLOSED, REPORTER, CHANCE, REOPENING, NOON)).toEqual({
      ok: true,
      value: {
        act: 'REOPEN',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        reason: REOPENING.reason,
        fields: { closedAt: null, closeReason: null, rating: null, respondedAt: null, reopenCount: 1 },
      },
    });
  });

  it('is a change of holder only where the last one is no more', () => {
    const upwards = { ...REOPENING, agencyId: agencyId('32.73') };
    expect(decideReopening(CLOSED, REPORTER, CHANCE, upwards, NOON)).toMatchObject({
      value: { disposition: { toAgencyId: agencyId('32.73') } },
    });
  });

  it.each(allBut('the reporter', ...OFFICERS))('is not for %s', (who) => {
    expect(decideReopening(CLOSED, EVERYBODY[who], CHANCE, REOPENING, NOON)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'CLOSED'))('is not for a report that is %s', (state) => {
    for (const who of ['the reporter', ...OFFICERS] as const) {
      const report = aPublishedReport({ state });
      expect(decideReopening(report, EVERYBODY[who], CHANCE, REOPENING, NOON)).toMatchObject({
        refusal: { kind: 'ReportNotInState', state },
      });
    }
  });

  it('by the reporter is in time in the last instant of its window, and late a millisecond after', () => {
    expect(decideReopening(CLOSED, REPORTER, CHANCE, REOPENING, NOON).ok).toBe(true);
    expect(decideReopening(CLOSED, REPORTER, CHANCE, REOPENING, JUST_AFTER)).toMatchObject({
      refusal: { kind: 'ReopenWindowOver' },
    });
  });

  it('by the reporter is there twice, not three times', () => {
    const reopened = (reopenCount: number) =>
      decideReopening({ ...CLOSED, reopenCount }, REPORTER, CHANCE, REOPENING, NOON);
    expect(reopened(1)).toMatchObject({ value: { fields: { reopenCount: 2 } } });
    expect(reopened(2)).toMatchObject({ refusal: { kind: 'NoReopeningLeft' } });
    expect(decideReopening(CLOSED, REPORTER, null, REOPENING, NOON)).toMatchObject({
      refusal: { kind: 'NoReopeningLeft' },
    });
  });

  it.each(OFFICERS)('by %s has no limit, and takes nothing from the reporter', (who) => {
    const report = { ...CLOSED, reopenCount: 2 };
    expect(decideReopening(report, EVERYBODY[who], CHANCE, REOPENING, JUST_AFTER)).toMatchObject({
      value: {
        actor: { role: expect.stringMatching('NATIONAL_ADMIN|OMBUDSMAN') },
        fields: { reopenCount: 2 },
      },
    });
  });

  it('by an officer who is the reporter is one of the reporter', () => {
    const standing = aStanding([aPost('NATIONAL_ADMIN', 'NASIONAL')], { isReporter: true });
    expect(decideReopening(CLOSED, standing, CHANCE, REOPENING, NOON)).toMatchObject({
      value: { actor: { role: 'REPORTER' }, fields: { reopenCount: 1 } },
    });
    expect(decideReopening(CLOSED, standing, CHANCE, REOPENING, JUST_AFTER)).toMatchObject({
      refusal: { kind: 'ReopenWindowOver' },
    });
  });

  it.each([
    ['', 'EMPTY'],
    ['Belum.', 'TOO_SHORT'],
    ['a'.repeat(2_001), 'TOO_LONG'],
  ])('says why: %.10j is refused', (reason, wrong) => {
    expect(decideReopening(CLOSED, REPORTER, CHANCE, { ...REOPENING, reason }, NOON)).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason', reason: wrong },
    });
  });
});
