import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, EVERYBODY } from '../../test/support/builders.js';
import { OPEN_STATES, OVERSIGHT_STAGES, REPORT_STATES } from '../report/report-state.js';
import { type Consent, decideConsent, decideConsentWithdrawal, decideDecline } from './consent.rules.js';

const TERMS = { today: '2026-07-10', eventYears: 2 };
const REPORTER = EVERYBODY['the reporter'];
const OFFERED = aPublishedReport({
  ownerTag: Buffer.from('tag'),
  incidentDate: '2026-07-08',
  oversightStage: 'OFFERED',
});
const CONSENTED = { ...OFFERED, oversightStage: 'CONSENTED' as const };

function a(changes: Partial<Consent> = {}): Consent {
  return {
    textVersion: '2026-1',
    currentTextVersion: '2026-1',
    revealsIdentity: true,
    keepsNameSecret: true,
    incidentDate: null,
    ...changes,
  };
}

describe('consenting to oversight', () => {
  it('keeps in which words, and whether the reporter may be known and named', () => {
    expect(decideConsent(OFFERED, REPORTER, a(), TERMS)).toEqual({
      ok: true,
      value: {
        act: 'OVERSIGHT_CONSENT',
        actor: { role: 'REPORTER', agencyId: null, officerId: null },
        reason: 'WITH_IDENTITY',
        fields: { oversightStage: 'CONSENTED', oversightRevealsIdentity: true },
        oversight: {
          kind: 'CONSENT',
          textVersion: '2026-1',
          revealsIdentity: true,
          keepsNameSecret: true,
          incidentDate: '2026-07-08',
        },
      },
    });
  });

  it.each([true, false])(
    'reveals who reported only where that is said, anonymous or not (%j)',
    (isAnonymous) => {
      const decision = decideConsent(
        aPublishedReport({ ...OFFERED, isAnonymous }),
        REPORTER,
        a({ revealsIdentity: false }),
        TERMS,
      );
      expect(decision).toMatchObject({
        value: { reason: 'CONTENT_ONLY', fields: { oversightRevealsIdentity: false } },
      });
    },
  );

  it.each(allBut('the reporter'))('is not for %s', (who) => {
    for (const decision of [
      decideConsent(OFFERED, EVERYBODY[who], a(), TERMS),
      decideDecline(OFFERED, EVERYBODY[who]),
      decideConsentWithdrawal(CONSENTED, EVERYBODY[who]),
    ]) {
      expect(decision).toEqual({ ok: false, refusal: { kind: 'NotAllowed' } });
    }
  });

  it.each(REPORT_STATES)('in %s is possible while an agency has the report open', (state) => {
    const isOpen = OPEN_STATES.includes(state) && state !== 'SUBMITTED';
    expect(decideConsent({ ...OFFERED, state }, REPORTER, a(), TERMS).ok).toBe(isOpen);
    expect(decideDecline({ ...OFFERED, state }, REPORTER).ok).toBe(isOpen);
  });

  it.each([null, ...OVERSIGHT_STAGES])(
    'at %s begins, is declined and is taken back as the way goes',
    (stage) => {
      const report = { ...OFFERED, oversightStage: stage };
      const may = (...stages: readonly string[]): object =>
        stage !== null && stages.includes(stage)
          ? { ok: true }
          : { refusal: { kind: 'NotAtOversightStage', stage } };
      expect(decideConsent(report, REPORTER, a(), TERMS)).toMatchObject(
        may('ELIGIBLE', 'OFFERED', 'DECLINED'),
      );
      expect(decideDecline(report, REPORTER)).toMatchObject(may('ELIGIBLE', 'OFFERED'));
      expect(decideConsentWithdrawal(report, REPORTER)).toMatchObject(may('CONSENTED'));
    },
  );

  it('needs what the law asks for, and names what is missing', () => {
    const nobody = { ...OFFERED, ownerTag: null, incidentDate: '2024-07-09' };
    expect(decideConsent(nobody, REPORTER, a(), TERMS)).toEqual({
      ok: false,
      refusal: { kind: 'OversightPrerequisitesUnmet', unmet: ['IDENTITY', 'RECENT_EVENT'] },
    });
  });

  it('is told the day that the report does not say, and none that contradicts it', () => {
    const undated = { ...OFFERED, incidentDate: null };
    expect(decideConsent(undated, REPORTER, a(), TERMS)).toMatchObject({
      refusal: { kind: 'OversightPrerequisitesUnmet', unmet: ['RECENT_EVENT'] },
    });
    expect(decideConsent(undated, REPORTER, a({ incidentDate: '2026-07-01' }), TERMS)).toMatchObject({
      value: { oversight: { incidentDate: '2026-07-01' } },
    });
    for (const [report, incidentDate] of [
      [undated, '2026-07-11'],
      [OFFERED, '2026-07-01'],
    ] as const) {
      expect(decideConsent(report, REPORTER, a({ incidentDate }), TERMS)).toEqual({
        ok: false,
        refusal: { kind: 'InvalidInput', field: 'incidentDate', reason: 'MALFORMED' },
      });
    }
  });

  it('is to the words that are shown now', () => {
    expect(decideConsent(OFFERED, REPORTER, a({ textVersion: '2025-1' }), TERMS)).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field: 'textVersion', reason: 'MALFORMED' },
    });
  });

  it('leaves nothing behind when it is taken back', () => {
    const consented = { ...CONSENTED, oversightRevealsIdentity: true };
    expect(decideConsentWithdrawal(consented, REPORTER)).toMatchObject({
      value: { fields: { oversightStage: 'OFFERED', oversightRevealsIdentity: false } },
    });
  });
});
