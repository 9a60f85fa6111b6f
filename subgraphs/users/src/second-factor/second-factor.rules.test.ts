import { describe, expect, it } from '@jest/globals';
import { countWrongCode, decideStep, decideTry, secondFactorOf } from './second-factor.rules.js';

const NOW = new Date('2026-03-02T02:00:00Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const factor = (wrongCodes: number, wrongSince: Date | null) => ({ lastStep: 100, wrongCodes, wrongSince });

describe('the second factor of a session', () => {
  it.each([
    [true, true, false, 'GIVEN'],
    [true, false, false, 'GIVEN'],
    [true, true, true, 'GIVEN'],
    [false, false, false, 'NOT_NEEDED'],
    [false, false, true, 'NOT_NEEDED'],
    [false, true, true, 'EXCEPTED'],
    [false, true, false, 'MISSING'],
  ] as const)(
    'given %s, with a post %s, excepted %s, is %s',
    (hasTwoFactors, holdsPost, isExcepted, standing) => {
      expect(secondFactorOf({ hasTwoFactors, holdsPost, isExcepted })).toBe(standing);
    },
  );
});

describe('a code', () => {
  it('counts once, and none from before the last one', () => {
    expect(decideStep(factor(0, null), 101)).toEqual({ ok: true, value: 101 });
    for (const step of [100, 99, null]) {
      expect(decideStep(factor(0, null), step)).toEqual({ ok: false, refusal: { kind: 'InvalidCode' } });
    }
  });

  it('is not looked at for 15 minutes after the first of five wrong ones', () => {
    expect(decideTry(factor(4, ago(1)), NOW).ok).toBe(true);
    expect(decideTry(factor(5, ago(1)), NOW)).toEqual({
      ok: false,
      refusal: { kind: 'TooManyAttempts', retryAfterSeconds: 14 * 60 },
    });
    expect(decideTry(factor(5, ago(15)), NOW).ok).toBe(true);
  });

  it('that is wrong counts from the first of its quarter of an hour', () => {
    expect(countWrongCode(factor(0, null), NOW)).toEqual({ wrongCodes: 1, wrongSince: NOW });
    expect(countWrongCode(factor(2, ago(14)), NOW)).toEqual({ wrongCodes: 3, wrongSince: ago(14) });
    expect(countWrongCode(factor(5, ago(15)), NOW)).toEqual({ wrongCodes: 1, wrongSince: NOW });
  });
});
