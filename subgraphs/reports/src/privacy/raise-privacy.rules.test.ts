import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, aReport, EVERYBODY, NOON } from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import { decideRaisedPrivacy, mayRaisePrivacy } from './raise-privacy.rules.js';

const REPORTER = EVERYBODY['the reporter'];
const GUARDIANS = [
  'the reporter',
  'the admin of the holder',
  'the coordinator of the house',
  'the national desk',
] as const;
const BOTH = { isAnonymous: true, isSecret: true, reason: 'Pelapor merasa terancam.' };
const OPEN_AND_NAMED = aPublishedReport();

/** The four ways in which a report can be private. */
const FLAGS = [false, true].flatMap((isAnonymous) =>
  [false, true].map((isSecret) => ({ isAnonymous, isSecret })),
);

describe('raising privacy', () => {
  it('takes a secret report from the public at once, and keeps what was written for it', () => {
    const raised = { isAnonymous: false, isSecret: true, reason: null };
    const decision = decideRaisedPrivacy(OPEN_AND_NAMED, REPORTER, raised);
    expect(decision).toEqual({
      ok: true,
      value: {
        act: 'RAISE_PRIVACY',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        fields: {
          isAnonymous: false,
          isSecret: true,
          publishedAt: null,
          hiddenAt: null,
          publishedBeforeHiding: null,
        },
      },
    });
  });

  it('leaves an anonymous report public: it hides who, not what', () => {
    const raised = { isAnonymous: true, isSecret: false, reason: null };
    const decision = decideRaisedPrivacy(OPEN_AND_NAMED, REPORTER, raised);
    expect(decision).toMatchObject({ value: { fields: { isAnonymous: true, isSecret: false } } });
    expect(decision.ok && decision.value.fields).not.toHaveProperty('publishedAt');
  });

  it('never lowers, from whatever to whatever, and says when there is nothing left to raise', () => {
    for (const from of FLAGS) {
      for (const to of FLAGS.filter(({ isAnonymous, isSecret }) => isAnonymous || isSecret)) {
        const report = aPublishedReport({ ...from, publishedAt: from.isSecret ? null : NOON });
        const decision = decideRaisedPrivacy(report, REPORTER, { ...to, reason: null });
        const becomes = {
          isAnonymous: from.isAnonymous || to.isAnonymous,
          isSecret: from.isSecret || to.isSecret,
        };
        const changes = becomes.isAnonymous !== from.isAnonymous || becomes.isSecret !== from.isSecret;
        expect(decision).toMatchObject(
          changes ? { value: { fields: becomes } } : { refusal: { kind: 'AlreadyPrivate' } },
        );
      }
    }
  });

  it.each(REPORT_STATES)('is possible for a report that is %s', (state) => {
    expect(decideRaisedPrivacy(aPublishedReport({ state }), REPORTER, BOTH).ok).toBe(true);
  });

  it.each(GUARDIANS)('is for %s', (who) => {
    expect(decideRaisedPrivacy(OPEN_AND_NAMED, EVERYBODY[who], BOTH).ok).toBe(true);
  });

  it.each(GUARDIANS)('is for %s before verification as well', (who) => {
    expect(decideRaisedPrivacy(aReport(), EVERYBODY[who], BOTH).ok).toBe(true);
    expect(mayRaisePrivacy(aReport(), EVERYBODY[who])).toBe(true);
  });

  it.each(allBut(...GUARDIANS))('is not for %s', (who) => {
    expect(decideRaisedPrivacy(OPEN_AND_NAMED, EVERYBODY[who], BOTH)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
  });

  it('costs an officer a reason, and the reporter none', () => {
    const silent = { ...BOTH, reason: null };
    expect(decideRaisedPrivacy(OPEN_AND_NAMED, REPORTER, silent).ok).toBe(true);
    expect(decideRaisedPrivacy(OPEN_AND_NAMED, EVERYBODY['the national desk'], silent)).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason', reason: 'EMPTY' },
    });
    expect(decideRaisedPrivacy(OPEN_AND_NAMED, REPORTER, { ...BOTH, reason: ' ' })).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'reason' },
    });
  });

  it('asks for something', () => {
    const nothing = { isAnonymous: false, isSecret: false, reason: null };
    expect(decideRaisedPrivacy(OPEN_AND_NAMED, REPORTER, nothing)).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'isAnonymous', reason: 'EMPTY' },
    });
  });
});
