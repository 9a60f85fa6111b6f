import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, aReport, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import { OPEN_STATES, REPORT_STATES } from '../report/report-state.js';
import { decideSupport, decideTakingBack, obstacleToSupport } from './support.rules.js';

/** Who has no post that looks at the report, and has not filed it. */
const CITIZENS: readonly Somebody[] = [
  'the public',
  'an integrator of the holder',
  'an officer next door',
  'the coordinator of a ministry',
];
const CITIZEN = EVERYBODY['the public'];

describe('"I have this too"', () => {
  it.each(CITIZENS)('is for %s with an account', (who) => {
    expect(obstacleToSupport(aPublishedReport(), EVERYBODY[who], true)).toBeNull();
    expect(obstacleToSupport(aPublishedReport(), EVERYBODY[who], false)).toEqual({ kind: 'NotAllowed' });
  });

  it.each(allBut(...CITIZENS))('is not for %s', (who) => {
    expect(obstacleToSupport(aPublishedReport(), EVERYBODY[who], true)).toEqual({ kind: 'NotAllowed' });
  });

  it('is said of public reports alone', () => {
    expect(obstacleToSupport(aReport(), CITIZEN, true)).toEqual({ kind: 'NotAllowed' });
    const secret = aPublishedReport({ isSecret: true });
    expect(obstacleToSupport(secret, CITIZEN, true)).toEqual({ kind: 'NotAllowed' });
  });

  it.each(REPORT_STATES)('is said of a public report in %s only while that is open', (state) => {
    const refusal = OPEN_STATES.includes(state) ? null : { kind: 'ReportNotInState', state };
    expect(obstacleToSupport(aPublishedReport({ state }), CITIZEN, true)).toEqual(refusal);
  });

  it('is taken back with an account', () => {
    expect(decideTakingBack('secret')).toEqual({ ok: true, value: 'secret' });
    expect(decideTakingBack(null)).toEqual({ ok: false, refusal: { kind: 'NotAllowed' } });
  });

  it('is said and taken back under the secret of the account', () => {
    expect(decideSupport(aPublishedReport(), CITIZEN, 'secret')).toEqual({ ok: true, value: 'secret' });
    expect(decideSupport(aPublishedReport(), CITIZEN, null)).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });
});
