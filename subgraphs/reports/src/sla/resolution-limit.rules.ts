import { type CalendarNotLoaded, dueAt, workingDaysBetween } from '@satu-pintu/calendar';
import { accept, type Decision } from '@satu-pintu/domain-kit';
import { breachOf, type Clock } from './clock.rules.js';
import { type Calendars, countedBy } from './editions.js';
import type { RestatedLimit } from './restate-clock.rules.js';

/** The runs of a resolution clock, oldest first; an agency has at least one from the first dispatch on. */
export interface ResolutionRuns {
  readonly first: Clock;
  readonly last: Clock;
  /** Due instant of the last run. */
  readonly dueAt: Date;
  /** Working days that the last run allows in all. */
  readonly workingDays: number;
  /** Was one of the runs ever late? */
  readonly isBreached: boolean;
}

/** The runs of the resolution clock among all clocks of a report; null before the first dispatch. */
export function resolutionRuns(clocks: readonly Clock[], now: Date): ResolutionRuns | null {
  const runs = clocks.filter(({ kind }) => kind === 'RESOLUTION');
  const [first, last] = [runs.at(0), runs.at(-1)];
  if (!first || !last?.dueAt || last.workingDays === null) return null;
  const isBreached = runs.some((run) => breachOf(run, now) !== null);
  return { first, last, dueAt: last.dueAt, workingDays: last.workingDays, isBreached };
}

/**
 * The limit of another class, counted from the original start; working days during which the clock stood still stay
 * excluded. An extension belonged to the old deadline and is not carried over.
 */
export function limitInClass(
  runs: ResolutionRuns,
  workingDays: number,
  calendars: Calendars,
): Decision<RestatedLimit, CalendarNotLoaded> {
  const { timeZone, startedAt } = runs.first;
  const sinceStart = workingDaysBetween(startedAt, runs.dueAt, timeZone, countedBy(calendars, runs.last));
  if (!sinceStart.ok) return sinceStart;
  const paused = Math.max(0, sinceStart.value - runs.workingDays);
  const due = dueAt(startedAt, workingDays + paused, timeZone, calendars.calendar);
  return due.ok ? accept({ kind: 'RESOLUTION', dueAt: due.value, workingDays }) : due;
}
