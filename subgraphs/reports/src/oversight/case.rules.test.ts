import { describe, expect, it } from '@jest/globals';
import { allBut, aPublishedReport, EVERYBODY } from '../../test/support/builders.js';
import { OVERSIGHT_STAGES } from '../report/report-state.js';
import { decideConclusion, decideTaking, type Examination } from './case.rules.js';

const OMBUDSMAN = EVERYBODY['the Ombudsman'];
const NUMBER = '0123/LM/VII/2026/JKT';
const TODAY = '2026-07-10';
const CONSENTED = aPublishedReport({ oversightStage: 'CONSENTED' });
const TAKEN = aPublishedReport({ oversightStage: 'TRANSFERRED' });

function an(changes: Partial<Examination> = {}): Examination {
  return {
    finding: 'MALADMINISTRATION_FOUND',
    summary: 'Pungutan dilakukan tanpa dasar hukum.',
    correctiveAction: 'Kembalikan pungutan kepada pemohon.',
    correctiveActionDueDate: '2026-09-10',
    ...changes,
  };
}

describe('taking a case', () => {
  it('is for the Ombudsman, under their own number, and moves neither state nor holder', () => {
    expect(decideTaking(CONSENTED, OMBUDSMAN, ` ${NUMBER} `)).toEqual({
      ok: true,
      value: {
        act: 'OVERSIGHT_ACCEPT',
        actor: expect.objectContaining({ role: 'OMBUDSMAN' }),
        reason: NUMBER,
        fields: { oversightStage: 'TRANSFERRED' },
        oversight: { kind: 'TRANSFER', caseNumber: NUMBER },
      },
    });
  });

  it.each(allBut('the Ombudsman'))('is not for %s, nor is concluding one', (who) => {
    const refused = { ok: false, refusal: { kind: 'NotAllowed' } };
    expect(decideTaking(CONSENTED, EVERYBODY[who], NUMBER)).toEqual(refused);
    expect(decideConclusion(TAKEN, EVERYBODY[who], an(), TODAY)).toEqual(refused);
  });

  it('is not for an officer whose own complaint it is', () => {
    expect(decideTaking(CONSENTED, { ...OMBUDSMAN, isReporter: true }, NUMBER)).toMatchObject({
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each([null, ...OVERSIGHT_STAGES])(
    'at %s goes by what the reporter has consented to',
    (oversightStage) => {
      const report = aPublishedReport({ oversightStage });
      expect(decideTaking(report, OMBUDSMAN, NUMBER).ok).toBe(oversightStage === 'CONSENTED');
      expect(decideConclusion(report, OMBUDSMAN, an(), TODAY).ok).toBe(oversightStage === 'TRANSFERRED');
    },
  );

  it('does not tell in a refusal what the reporter made of the offer', () => {
    expect(decideTaking(aPublishedReport({ oversightStage: 'DECLINED' }), OMBUDSMAN, NUMBER)).toEqual({
      ok: false,
      refusal: { kind: 'NotAtOversightStage', stage: 'ELIGIBLE' },
    });
  });

  it('is too late for a report that was taken back', () => {
    expect(decideTaking({ ...CONSENTED, state: 'WITHDRAWN' }, OMBUDSMAN, NUMBER)).toMatchObject({
      refusal: { kind: 'ReportNotInState' },
    });
  });
});

describe('concluding a case', () => {
  it('says what was found and what is to be done until when', () => {
    expect(decideConclusion(TAKEN, OMBUDSMAN, an(), TODAY)).toMatchObject({
      value: {
        act: 'OVERSIGHT_CONCLUDE',
        reason: 'MALADMINISTRATION_FOUND',
        fields: { oversightStage: 'CONCLUDED' },
        oversight: { kind: 'OUTCOME', ...an() },
      },
    });
  });

  it.each<[string, string, Partial<Examination>]>([
    ['summary', 'TOO_SHORT', { summary: 'Terbukti' }],
    ['correctiveAction', 'EMPTY', { correctiveAction: null }],
    ['correctiveActionDueDate', 'EMPTY', { correctiveActionDueDate: null }],
    ['correctiveActionDueDate', 'MALFORMED', { correctiveActionDueDate: TODAY }],
    ['correctiveAction', 'MALFORMED', { finding: 'MALADMINISTRATION_NOT_FOUND' }],
    ['correctiveActionDueDate', 'MALFORMED', { finding: 'EXAMINATION_STOPPED', correctiveAction: null }],
  ])('is refused for a %s that is %s', (field, reason, changes) => {
    expect(decideConclusion(TAKEN, OMBUDSMAN, an(changes), TODAY)).toEqual({
      ok: false,
      refusal: { kind: 'InvalidInput', field, reason },
    });
  });

  it('corrects nothing where nothing was found', () => {
    const nothing = { correctiveAction: null, correctiveActionDueDate: null };
    const examination = an({ finding: 'MALADMINISTRATION_NOT_FOUND', ...nothing });
    expect(decideConclusion(TAKEN, OMBUDSMAN, examination, TODAY)).toMatchObject({
      value: { oversight: { finding: 'MALADMINISTRATION_NOT_FOUND', ...nothing } },
    });
  });
});
