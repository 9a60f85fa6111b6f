import { describe, expect, it } from '@jest/globals';
import { agencyId } from '../../test/support/small-tree.js';
import { allBut, aReport, EVERYBODY, NOON } from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import { decideAppeal } from './appeal.rules.js';

const REPORTER = EVERYBODY['the reporter'];
const ARCHIVED = aReport({ state: 'ARCHIVED', closedAt: NOON, archiveReason: 'SPAM' });
const CHANCE = { times: 1, endsAt: NOON };
const APPEAL = { body: 'Ini bukan iklan, lubangnya nyata.', agencyAboveId: agencyId('32') };
const JUST_AFTER = new Date(NOON.getTime() + 1);

describe('an appeal against archiving', () => {
  it('puts the report before the agency above, not verified and with nothing of its end left', () => {
    expect(decideAppeal(ARCHIVED, REPORTER, CHANCE, APPEAL, NOON)).toEqual({
      ok: true,
      value: {
        act: 'APPEAL',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        reason: APPEAL.body,
        fields: { appealCount: 1, archiveReason: null, closedAt: null },
        disposition: { toAgencyId: agencyId('32'), isBinding: false },
      },
    });
  });

  it('frees nobody whom the report was bound to', () => {
    const bound = { ...ARCHIVED, isBinding: true };
    expect(decideAppeal(bound, REPORTER, CHANCE, APPEAL, NOON)).toMatchObject({
      value: { disposition: { isBinding: true } },
    });
  });

  it.each(allBut('the reporter'))('is not for %s', (who) => {
    expect(decideAppeal(ARCHIVED, EVERYBODY[who], CHANCE, APPEAL, NOON)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'ARCHIVED'))(
    'is not for a report that is %s',
    (state) => {
      expect(decideAppeal(aReport({ state }), REPORTER, CHANCE, APPEAL, NOON)).toMatchObject({
        refusal: { kind: 'ReportNotInState', state },
      });
    },
  );

  it('is in time in the last instant of its window, and late a millisecond after', () => {
    expect(decideAppeal(ARCHIVED, REPORTER, CHANCE, APPEAL, NOON).ok).toBe(true);
    expect(decideAppeal(ARCHIVED, REPORTER, CHANCE, APPEAL, JUST_AFTER)).toMatchObject({
      refusal: { kind: 'AppealWindowOver' },
    });
  });

  it('is there as often as the rules say, and no more', () => {
    const appealed = { ...ARCHIVED, appealCount: 1 };
    expect(decideAppeal(appealed, REPORTER, CHANCE, APPEAL, NOON)).toMatchObject({
      refusal: { kind: 'NoAppealLeft' },
    });
    expect(decideAppeal(appealed, REPORTER, { ...CHANCE, times: 2 }, APPEAL, NOON).ok).toBe(true);
    expect(decideAppeal(ARCHIVED, REPORTER, null, APPEAL, NOON)).toMatchObject({
      refusal: { kind: 'NoAppealLeft' },
    });
  });

  it.each([
    ['', 'EMPTY'],
    ['Tidak.', 'TOO_SHORT'],
    ['a'.repeat(2_001), 'TOO_LONG'],
  ])('says why: %.10j is refused', (body, reason) => {
    expect(decideAppeal(ARCHIVED, REPORTER, CHANCE, { ...APPEAL, body }, NOON)).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'body', reason },
    });
  });
});
