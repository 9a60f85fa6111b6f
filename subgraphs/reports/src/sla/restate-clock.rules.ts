import { type Clock, breachOf, latestClock, NO_NOTICE } from './clock.rules.js';
import type { ClockKind } from './rule-set.js';

/** A new limit for a clock that is not counted anew: the office reclassified the report, or gave it more time. */
export interface RestatedLimit {
  readonly kind: ClockKind;
  /** Last instant of the last working day. */
  readonly dueAt: Date;
  /** Working days that are allowed in all, pauses not among them. */
  readonly workingDays: number;
}

/**
 * The clocks with a new limit for one kind. Its present run ends, with its breach if there is one, and another begins
 * where that one ended; so no run that has ended ever changes, no two overlap, and what was late stays late. A clock
 * that stands still gets a run without length: who takes it up again takes up the new limit.
 * @param edition of the calendar by which the new limit was counted
 */
export function restateClock(
  clocks: readonly Clock[],
  { kind, dueAt, workingDays }: RestatedLimit,
  now: Date,
  edition: number,
): readonly Clock[] {
  const last = latestClock(clocks, kind);
  if (!last) throw new Error(`A clock ${kind} that never ran has no limit to change.`);
  const ended = last.endedAt ? last : { ...last, endedAt: now, breachedAt: breachOf(last, now) };
  const next: Clock = {
    ...last,
    seq: last.seq + 1,
    startedAt: last.endedAt ?? now,
    workingDays,
    dueAt,
    breachedAt: null,
    edition,
    // Another deadline has notices of its own.
    ...NO_NOTICE,
  };
  const run = next.endedAt ? { ...next, breachedAt: breachOf(next, next.endedAt) } : next;
  return [...clocks.map((clock) => (clock === last ? ended : clock)), run];
}
