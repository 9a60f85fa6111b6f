import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, EVERYBODY } from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import { decideLoweredPrivacy } from './lower-privacy.rules.js';

const REPORTER = EVERYBODY['the reporter'];
const SECRET = aPublishedReport({ isSecret: true, isAnonymous: true });

describe('lowering privacy', () => {
  it('lifts secrecy and nothing else: it publishes nothing and names nobody', () => {
    expect(decideLoweredPrivacy(SECRET, REPORTER, true)).toEqual({
      ok: true,
      value: {
        act: 'LOWER_PRIVACY',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        fields: { isSecret: false },
      },
    });
  });

  it.each(allBut('the reporter'))('is not for %s', (who) => {
    expect(decideLoweredPrivacy(SECRET, EVERYBODY[who], true)).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(REPORT_STATES)('is possible for a report that is %s', (state) => {
    expect(decideLoweredPrivacy({ ...SECRET, state }, REPORTER, true).ok).toBe(true);
  });

  it('is said on purpose, of a report that is secret', () => {
    expect(decideLoweredPrivacy(SECRET, REPORTER, false)).toMatchObject({ refusal: { field: 'confirm' } });
    expect(decideLoweredPrivacy(aPublishedReport(), REPORTER, true)).toMatchObject({
      refusal: { kind: 'NotSecret' },
    });
  });
});
