import {
  type CalendarNotLoaded,
  dueAt,
  endOfCalendarDays,
  type OfficeTimeZone,
  workingDaysBetween,
} from '@satu-pintu/calendar';
import { accept, type Decision } from '@satu-pintu/domain-kit';
import type { ReportType } from '../report/report-state.js';
import { CLOCK_EFFECTS, type ClockEffects } from './clock-effects.js';
import { type Calendars, countedBy } from './editions.js';
import { calendarDaysOf, type ClockKind, type RuleSet, workingDaysOf } from './rule-set.js';

/** One run of one clock. */
export interface Clock {
  readonly kind: ClockKind;
  /** 1 for the first run of its kind on this report. */
  readonly seq: number;
  readonly startedAt: Date;
  /** Null for clocks that only show time, and for those in calendar days. */
  readonly workingDays: number | null;
  /** Null for clocks that only show time, and for those in working days. */
  readonly calendarDays: number | null;
  /** Zone of the office that held the report at the start. */
  readonly timeZone: OfficeTimeZone;
  /** Last instant of the last day; null without a limit. */
  readonly dueAt: Date | null;
  readonly endedAt: Date | null;
  /** The due instant, once it has passed with the clock running; it stays whatever happens later. */
  readonly breachedAt: Date | null;
  /** How many of the notices of its rule set were sent. */
  readonly noticesSent: number;
  /** When the next one is to be sent; null for none, or where the calendar does not reach so far. */
  readonly nextNoticeAt: Date | null;
  /** Last amendment in the calendar by which the due instant was counted; 0 for none. */
  readonly edition: number;
}

/** A run of which nothing was told yet; `planNotices` says when that is to be. */
export const NO_NOTICE = { noticesSent: 0, nextNoticeAt: null } as const satisfies Partial<Clock>;

/** What the clocks are judged by. */
export interface ClockTerms extends Calendars {
  readonly ruleSet: RuleSet;
  readonly timeZone: OfficeTimeZone;
  readonly type: ReportType | null;
  /** Since when the reporter is awaited; runs that ended in this instant are paused. Null while nobody is awaited. */
  readonly pausedAt: Date | null;
  /** Since when the report is merged; runs that ended in this instant go on when it is not any more. Null while it is not. */
  readonly mergedAt: Date | null;
}

/** The clocks after an act; a deadline beyond the loaded calendar is refused, never guessed. */
export function moveClocks(
  clocks: readonly Clock[],
  effects: ClockEffects,
  terms: ClockTerms,
  now: Date,
): Decision<readonly Clock[], CalendarNotLoaded> {
  const moved = clocks.map((clock) => (effects.ends.includes(clock.kind) ? endClock(clock, now) : clock));
  const [again, anew] = partition(
    effects.starts,
    (kind) => startsOnce(kind) && latestClock(moved, kind) !== null,
  );
  for (const kind of anew) {
    const started = startClock(moved, kind, terms, now);
    if (!started.ok) return started;
    moved.push(started.value);
  }
  const paused = (effects.resumesPaused ?? []).filter((kind) =>
    isPaused(latestClock(moved, kind), terms.pausedAt),
  );
  for (const kind of [...(effects.resumes ?? []), ...paused, ...again]) {
    const resumed = resumeClock(moved, kind, terms, now);
    if (!resumed.ok) return resumed;
    moved.push(...resumed.value);
  }
  return accept([...moved, ...restoreClocks(moved, effects.restores ?? [], terms.mergedAt)]);
}

/** Merged time counts like any other: the next run begins where the merging ended the last one, with the same due instant. */
function restoreClocks(
  clocks: readonly Clock[],
  kinds: readonly ClockKind[],
  mergedAt: Date | null,
): readonly Clock[] {
  return kinds.flatMap((kind) => {
    const last = latestClock(clocks, kind);
    if (!last?.endedAt || last.endedAt.getTime() !== mergedAt?.getTime()) return [];
    return [{ ...last, seq: last.seq + 1, startedAt: last.endedAt, endedAt: null }];
  });
}

/** A report that comes to be verified a second time, after an appeal, goes on under the deadlines of the first. */
function startsOnce(kind: ClockKind): boolean {
  return kind === 'RESOLUTION' || kind === 'OMBUDSMAN';
}

function partition<Item>(items: readonly Item[], holds: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

export const CLOCK_STATES = ['RUNNING', 'PAUSED', 'ENDED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Where a run of a clock stands, of a report that has waited for its reporter since `pausedAt`, or does not wait. */
export function clockStateOf(clock: Clock, pausedAt: Date | null): ClockState {
  if (clock.endedAt === null) return 'RUNNING';
  return isPaused(clock, pausedAt) ? 'PAUSED' : 'ENDED';
}

/** Does a run stand still because the reporter is awaited? Only those do that run on when the reporter has answered. */
function isPaused(clock: Clock | null, pausedAt: Date | null): boolean {
  if (pausedAt === null || clock?.endedAt?.getTime() !== pausedAt.getTime()) return false;
  return CLOCK_EFFECTS.COMPLETE.resumesPaused?.includes(clock.kind) ?? false;
}

/** Time that the reporter has, not the agency: when it runs out, nobody has breached anything. */
const TIME_OF_THE_REPORTER: readonly ClockKind[] = ['SILENCE', 'COMPLETION'];

/** Has the due instant passed while the clock ran against an agency? */
export function breachOf(clock: Clock, now: Date): Date | null {
  if (clock.breachedAt) return clock.breachedAt;
  if (TIME_OF_THE_REPORTER.includes(clock.kind)) return null;
  return clock.dueAt && (clock.endedAt ?? now) > clock.dueAt ? clock.dueAt : null;
}

/** The clocks with the due instant of a running one written down as its breach; one that was written down stays. */
export function writeBreach(clocks: readonly Clock[], kind: ClockKind): readonly Clock[] {
  return clocks.map((clock) =>
    clock.kind === kind && !clock.endedAt && !clock.breachedAt
      ? { ...clock, breachedAt: clock.dueAt }
      : clock,
  );
}

/** The run of a kind that counts now: the last one. */
export function latestClock(clocks: readonly Clock[], kind: ClockKind): Clock | null {
  return clocks.findLast((clock) => clock.kind === kind) ?? null;
}

function endClock(clock: Clock, now: Date): Clock {
  return clock.endedAt ? clock : { ...clock, endedAt: now, breachedAt: breachOf(clock, now) };
}

function startClock(
  clocks: readonly Clock[],
  kind: ClockKind,
  terms: ClockTerms,
  now: Date,
): Decision<Clock, CalendarNotLoaded> {
  const workingDays = workingDaysOf(terms.ruleSet, kind, terms.type);
  const calendarDays = calendarDaysOf(terms.ruleSet, kind, terms.type);
  const due = limitOfRun(workingDays, calendarDays, terms, now);
  if (!due.ok) return due;
  return accept({
    kind,
    seq: nextSeq(clocks, kind),
    startedAt: now,
    workingDays,
    calendarDays,
    timeZone: terms.timeZone,
    dueAt: due.value,
    endedAt: null,
    breachedAt: null,
    ...NO_NOTICE,
    edition: terms.calendar.edition,
  });
}

function limitOfRun(
  workingDays: number | null,
  calendarDays: number | null,
  { timeZone, calendar }: ClockTerms,
  now: Date,
): Decision<Date | null, CalendarNotLoaded> {
  if (workingDays !== null) return dueAt(now, workingDays, timeZone, calendar);
  return accept(calendarDays === null ? null : endOfCalendarDays(now, calendarDays, timeZone));
}

/**
 * A provisional end is taken back: the due day moves by the working days that lay between. They are counted as the due
 * day was, so that a recalculation finds all of it as it would find a run that never stood still.
 */
function resumeClock(
  clocks: readonly Clock[],
  kind: ClockKind,
  terms: ClockTerms,
  now: Date,
): Decision<readonly Clock[], CalendarNotLoaded> {
  const last = latestClock(clocks, kind);
  if (!last?.endedAt) return accept([]);
  const due = dueAfterStop(last, last.endedAt, terms, now);
  if (!due.ok) return due;
  return accept([
    {
      ...last,
      seq: last.seq + 1,
      startedAt: now,
      dueAt: due.value,
      endedAt: null,
      breachedAt: last.breachedAt,
    },
  ]);
}

function dueAfterStop(
  last: Clock,
  stoppedAt: Date,
  terms: ClockTerms,
  now: Date,
): Decision<Date | null, CalendarNotLoaded> {
  const { dueAt: due, breachedAt, timeZone } = last;
  if (!due || breachedAt) return accept(due);
  const calendar = countedBy(terms, last);
  const stopped = workingDaysBetween(stoppedAt, now, timeZone, calendar);
  return stopped.ok ? dueAt(due, stopped.value, timeZone, calendar) : stopped;
}

function nextSeq(clocks: readonly Clock[], kind: ClockKind): number {
  return (latestClock(clocks, kind)?.seq ?? 0) + 1;
}
