import { describe, expect, it } from '@jest/globals';
import { ALL, allBut, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import { ACTS } from '../report/transitions.js';
import { knowsOversight, mayLearnOf } from './oversight-stage.rules.js';

const TAKING_PART: readonly Somebody[] = [
  'the reporter',
  'an officer of the holder',
  'an intake officer of the holder',
  'the admin of the holder',
  'the coordinator of the house',
  'the national desk',
  'the Ombudsman',
];

describe('the way of a report to the Ombudsman', () => {
  it.each(TAKING_PART)('is known to %s', (who) => {
    expect(knowsOversight(EVERYBODY[who])).toBe(true);
  });

  it.each(allBut(...TAKING_PART))('is not known to %s', (who) => {
    expect(knowsOversight(EVERYBODY[who])).toBe(false);
    expect(mayLearnOf('OVERSIGHT_ELIGIBLE', EVERYBODY[who])).toBe(false);
  });

  it('is, with what the platform tells by itself, all that some may learn of and others not', () => {
    const hidden = ACTS.filter((act) => ALL.some((who) => !mayLearnOf(act, EVERYBODY[who])));
    expect(hidden).toEqual(['ESCALATE', 'REMIND_HOLDER', 'REMIND_REPORTER', 'OVERSIGHT_ELIGIBLE']);
  });
});
