import { describe, expect, it } from '@jest/globals';
import { allBut, EVERYBODY, type Somebody } from '../../test/support/builders.js';
import { mayLearnOfNotice } from './notice-sight.rules.js';

/** A province only guides its cities, yet it is told when one of them lets a deadline pass. */
const OFFICE: readonly Somebody[] = [
  'an officer of the holder',
  'an intake officer of the holder',
  'the admin of the holder',
  'the coordinator of the house',
  'the coordinator of the province',
  'the national desk',
  'the Ombudsman',
];

describe('a notice', () => {
  it.each(OFFICE)('is known to %s', (who) => {
    for (const act of ['REMIND_REPORTER', 'REMIND_HOLDER', 'ESCALATE'] as const)
      expect(mayLearnOfNotice(act, EVERYBODY[who])).toBe(true);
  });

  it('to the holder is no matter of the reporter, who learns of the others', () => {
    const { 'the reporter': reporter } = EVERYBODY;
    expect(mayLearnOfNotice('REMIND_HOLDER', reporter)).toBe(false);
    expect(mayLearnOfNotice('REMIND_REPORTER', reporter)).toBe(true);
    expect(mayLearnOfNotice('ESCALATE', reporter)).toBe(true);
  });

  it.each(allBut('the reporter', ...OFFICE))('is not known to %s, to whom a breach is', (who) => {
    for (const act of ['REMIND_REPORTER', 'REMIND_HOLDER', 'ESCALATE'] as const)
      expect(mayLearnOfNotice(act, EVERYBODY[who])).toBe(false);
    expect(mayLearnOfNotice('BREACH', EVERYBODY[who])).toBe(true);
  });
});
