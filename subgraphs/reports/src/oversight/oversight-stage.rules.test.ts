import { describe, expect, it } from '@jest/globals';
import { ALL, allBut, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import { OVERSIGHT_STAGES, type OversightStage } from '../report/report-state.js';
import { type Act, ACTS } from '../report/transitions.js';
import { knowsOversight, mayLearnOf, shownStageOf, storedStagesOf } from './oversight-stage.rules.js';

const TAKING_PART: readonly Somebody[] = [
  'the reporter',
  'an officer of the holder',
  'an intake officer of the holder',
  'the admin of the holder',
  'the coordinator of the house',
  'the national desk',
  'the Ombudsman',
];

const THE_REPORTERS: readonly Act[] = [
  'OVERSIGHT_CONSENT',
  'OVERSIGHT_DECLINE',
  'OVERSIGHT_WITHDRAW_CONSENT',
];
const HIDDEN: readonly Act[] = [
  'OVERSIGHT_ELIGIBLE',
  ...THE_REPORTERS,
  'OVERSIGHT_ACCEPT',
  'OVERSIGHT_CONCLUDE',
];

describe('the way of a report to the Ombudsman', () => {
  it.each(TAKING_PART)('is known to %s', (who) => {
    expect(knowsOversight(EVERYBODY[who])).toBe(true);
  });

  it.each(allBut(...TAKING_PART))('is not known to %s', (who) => {
    expect(knowsOversight(EVERYBODY[who])).toBe(false);
    expect(HIDDEN.filter((act) => mayLearnOf(act, EVERYBODY[who]))).toEqual([]);
  });

  it('is, with what the platform tells by itself, all that some may learn of and others not', () => {
    const hidden = ACTS.filter((act) => ALL.some((who) => !mayLearnOf(act, EVERYBODY[who])));
    expect([...hidden].sort()).toEqual(['ESCALATE', 'REMIND_HOLDER', 'REMIND_REPORTER', ...HIDDEN].sort());
  });

  it.each<[Somebody, readonly Act[]]>([
    ['the reporter', []],
    ['the Ombudsman', ['OVERSIGHT_DECLINE']],
    ['an officer of the holder', THE_REPORTERS],
    ['the coordinator of the house', THE_REPORTERS],
    ['the national desk', THE_REPORTERS],
  ])('keeps from %s: %j', (who, acts) => {
    expect(HIDDEN.filter((act) => !mayLearnOf(act, EVERYBODY[who]))).toEqual(acts);
  });
});

describe('the stage on that way', () => {
  const shown = (who: Somebody): readonly (OversightStage | null)[] =>
    [null, ...OVERSIGHT_STAGES].map((oversightStage) => shownStageOf({ oversightStage }, EVERYBODY[who]));
  const TAKEN = ['TRANSFERRED', 'CONCLUDED'];

  it('is for the reporter as it is', () => {
    expect(shown('the reporter')).toEqual([null, ...OVERSIGHT_STAGES]);
  });

  it('tells the Ombudsman of a consent, and not what the reporter makes of the offer', () => {
    const before = [null, 'ELIGIBLE', 'ELIGIBLE', 'ELIGIBLE'];
    expect(shown('the Ombudsman')).toEqual([...before, 'CONSENTED', ...TAKEN]);
  });

  it.each(TAKING_PART.slice(1, -1))(
    'tells %s nothing of what the reporter decides before the case is taken',
    (who) => {
      expect(shown(who)).toEqual([null, 'ELIGIBLE', 'ELIGIBLE', 'ELIGIBLE', 'ELIGIBLE', ...TAKEN]);
    },
  );

  it.each(allBut(...TAKING_PART))('is nothing for %s', (who) => {
    expect(new Set(shown(who))).toEqual(new Set([null]));
  });

  it('is asked for as it is read', () => {
    expect(storedStagesOf(null)).toBeNull();
    expect(storedStagesOf(['ELIGIBLE'])).toEqual(['ELIGIBLE', 'OFFERED', 'DECLINED']);
    expect(storedStagesOf(['OFFERED', 'DECLINED'])).toEqual([]);
    expect(storedStagesOf(['CONSENTED', 'CONCLUDED'])).toEqual(['CONSENTED', 'CONCLUDED']);
  });
});
