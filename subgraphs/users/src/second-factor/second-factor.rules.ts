import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { TooManyAttempts } from '../account/attempts.js';

/** Whether a session has the second factor that its account needs. */
export const SECOND_FACTOR_STANDINGS = ['NOT_NEEDED', 'GIVEN', 'MISSING', 'EXCEPTED'] as const;

export type SecondFactorStanding = (typeof SECOND_FACTOR_STANDINGS)[number];

/** What the standing follows from. */
export interface SessionFacts {
  readonly hasTwoFactors: boolean;
  readonly holdsPost: boolean;
  /** An account of the demonstration, outside production. */
  readonly isExcepted: boolean;
}

/** Whoever holds a post reads what others wrote in confidence, and needs two factors for that. */
export function secondFactorOf({ hasTwoFactors, holdsPost, isExcepted }: SessionFacts): SecondFactorStanding {
  if (hasTwoFactors) return 'GIVEN';
  if (!holdsPost) return 'NOT_NEEDED';
  return isExcepted ? 'EXCEPTED' : 'MISSING';
}

/** The code is wrong, of another time, or was used before. */
export interface InvalidCode {
  readonly kind: 'InvalidCode';
}

/** What is known of a factor when a code is tried. */
export interface TriedFactor {
  /** The last step of time whose code was used. */
  readonly lastStep: number;
  readonly wrongCodes: number;
  /** When the first of the wrong codes came. */
  readonly wrongSince: Date | null;
}

/** Six digits are guessed in a day by whoever may try as fast as they like. */
const WRONG_CODES = 5;
const PAUSE_MS = 15 * 60_000;

/** May a code be tried at all? Five wrong ones in 15 minutes, and none is looked at until those are over. */
export function decideTry(
  { wrongCodes, wrongSince }: TriedFactor,
  now: Date,
): Decision<true, TooManyAttempts> {
  if (wrongSince === null || wrongCodes < WRONG_CODES) return accept(true);
  const left = wrongSince.getTime() + PAUSE_MS - now.getTime();
  if (left <= 0) return accept(true);
  return refuse({ kind: 'TooManyAttempts', retryAfterSeconds: Math.ceil(left / 1_000) });
}

/** A code counts once: whoever read it over a shoulder comes too late, also within its half minute. */
export function decideStep({ lastStep }: TriedFactor, step: number | null): Decision<number, InvalidCode> {
  return step === null || step <= lastStep ? refuse({ kind: 'InvalidCode' }) : accept(step);
}

/** The count after one more wrong code; it begins anew after the pause. */
export function countWrongCode(
  { wrongCodes, wrongSince }: TriedFactor,
  now: Date,
): Pick<TriedFactor, 'wrongCodes' | 'wrongSince'> {
  const isOver = wrongSince === null || wrongSince.getTime() + PAUSE_MS <= now.getTime();
  return isOver ? { wrongCodes: 1, wrongSince: now } : { wrongCodes: wrongCodes + 1, wrongSince };
}
