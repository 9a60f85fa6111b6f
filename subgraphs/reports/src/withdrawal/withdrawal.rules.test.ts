import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, EVERYBODY, NOON } from '../../test/support/builders.js';
import { OPEN_STATES, REPORT_STATES } from '../report/report-state.js';
import { decideWithdrawal } from './withdrawal.rules.js';

const REPORTER = EVERYBODY['the reporter'];
const ON_PURPOSE = { confirm: true, reason: null };

describe('a withdrawal', () => {
  it.each(OPEN_STATES)('ends a report that is %s', (state) => {
    expect(decideWithdrawal(aPublishedReport({ state }), REPORTER, ON_PURPOSE, NOON)).toEqual({
      ok: true,
      value: {
        act: 'WITHDRAW',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        fields: { closedAt: NOON },
      },
    });
  });

  it.each(REPORT_STATES.filter((state) => !OPEN_STATES.includes(state)))(
    'is not for a report that is %s',
    (state) => {
      const report = aPublishedReport({ state });
      expect(decideWithdrawal(report, REPORTER, ON_PURPOSE, NOON)).toMatchObject({
        refusal: { kind: 'ReportNotInState', state },
      });
    },
  );

  it.each(allBut('the reporter'))('is not for %s', (who) => {
    expect(decideWithdrawal(aPublishedReport(), EVERYBODY[who], ON_PURPOSE, NOON)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
  });

  it('is not done by accident', () => {
    const byAccident = { confirm: false, reason: 'Sudah selesai sendiri.' };
    expect(decideWithdrawal(aPublishedReport(), REPORTER, byAccident, NOON)).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'confirm' },
    });
  });

  it('tells the office why, where the reporter says so', () => {
    const withdrawn = (reason: string) =>
      decideWithdrawal(aPublishedReport(), REPORTER, { confirm: true, reason }, NOON);
    expect(withdrawn('  Sudah selesai sendiri. ')).toMatchObject({
      value: { reason: 'Sudah selesai sendiri.' },
    });
    expect(withdrawn('a'.repeat(2_001))).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason', reason: 'TOO_LONG' },
    });
  });

  it('tells the holder of an oversight matter that it may go on without the reporter', () => {
    const report = aPublishedReport({ type: 'COMPLAINT_OVERSIGHT' });
    expect(decideWithdrawal(report, REPORTER, ON_PURPOSE, NOON)).toMatchObject({
      value: { reason: 'MAY_GO_ON_EX_OFFICIO' },
    });
    const saying = { confirm: true, reason: 'Saya takut.' };
    expect(decideWithdrawal(report, REPORTER, saying, NOON)).toMatchObject({
      value: { reason: 'MAY_GO_ON_EX_OFFICIO: Saya takut.' },
    });
  });
});
