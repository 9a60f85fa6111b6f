import { endOfDay, localDateOf } from '@satu-pintu/calendar';
import type { AcceptedAct, MovedLimit } from '../../src/report/act.js';
import { OPEN_STATES, type ReportState } from '../../src/report/report-state.js';
import type { Act } from '../../src/report/transitions.js';
import { type Clock, latestClock } from '../../src/sla/clock.rules.js';
import { CLOCK_KINDS, type ClockKind } from '../../src/sla/rule-set.js';
import type { Life } from './life.js';
import { isSame, must } from './must.js';
import { endOfWorkingDay, workingDaysIn } from './reference-days.js';
import type { World } from './world.js';

interface ClockStep {
  readonly world: World;
  readonly before: Life;
  readonly after: Life;
  readonly accepted: AcceptedAct;
}

/** 7 to 10: of clocks. */
export function checkClocks(step: ClockStep): void {
  const { after } = step;
  checkThatPastStays(step);
  checkCounting(step);
  for (const kind of CLOCK_KINDS) {
    const runs = after.clocks.filter((clock) => clock.kind === kind);
    checkRuns(runs, kind);
    const isRunning = runs.at(-1)?.endedAt === null;
    const states = RUNS_IN[kind];
    if (states) must(isRunning === states.includes(after.report.state), `${kind} runs in its states alone`);
  }
  checkFirstFollowUp(after);
  checkLimit(step, 'RESOLUTION');
  checkLimit(step, 'OMBUDSMAN');
}

const WITH_AN_AGENCY: readonly ReportState[] = ['DISPATCHED', 'RETURNED', 'IN_PROGRESS'];

/** In which states a clock runs; in all others it does not. So nothing pauses one but waiting for the reporter. */
const RUNS_IN: Readonly<Partial<Record<ClockKind, readonly ReportState[]>>> = {
  HOLDER: OPEN_STATES,
  CITIZEN: OPEN_STATES.filter((state) => state !== 'AWAITING_REPORTER'),
  VERIFICATION: ['SUBMITTED'],
  COMPLETION: ['AWAITING_REPORTER'],
  SILENCE: ['RESPONDED'],
  REDISPATCH: ['RETURNED'],
  RESOLUTION: WITH_AN_AGENCY,
  OMBUDSMAN: [...WITH_AN_AGENCY, 'RESPONDED'],
};

/**
 * 7, 9, 10: a run that has ended never changes, one that runs keeps its limit unless a recalculation wrote the old and the
 * new one down, and a breach stays.
 */
function checkThatPastStays({ world, before, after, accepted: { recalculation } }: ClockStep): void {
  for (const run of before.clocks) {
    const same = after.clocks.find(({ kind, seq }) => kind === run.kind && seq === run.seq);
    if (isSame(same, run)) continue;
    must(same !== undefined && run.endedAt === null, 'a run that has ended stays as it was');
    const move = recalculation?.moves.find(({ kind, seq }) => kind === run.kind && seq === run.seq);
    if (move && same) checkMove(world, run, same, move);
    else {
      must(same?.dueAt?.getTime() === run.dueAt?.getTime(), 'a run keeps its limit');
      must(same?.edition === run.edition, 'a run keeps the calendar by which it was counted');
    }
    must(same?.startedAt.getTime() === run.startedAt.getTime(), 'a run keeps its start');
    must(!run.breachedAt || same?.breachedAt?.getTime() === run.breachedAt.getTime(), 'a breach stays');
  }
}

/** 10: what a recalculation moves was still in time, and gets as many working days as it had, and never less than today. */
function checkMove(world: World, was: Clock, is: Clock, { from, to }: MovedLimit): void {
  const { dueAt: due, startedAt, timeZone } = was;
  must(due?.getTime() === from.getTime() && is.dueAt?.getTime() === to.getTime(), 'a move tells old and new');
  must(!was.breachedAt && world.now <= from, 'what has passed is not moved');
  must(is.edition === world.calendar.edition, 'what is moved is counted by the present calendar');
  const days = workingDaysIn(startedAt, from, timeZone, world.days.edition(was.edition));
  const anew = endOfWorkingDay(startedAt, days, timeZone, world.calendar);
  const today = endOfDay(localDateOf(world.now, timeZone), timeZone);
  must(to.getTime() === Math.max(Number(anew), today.getTime()), 'what is moved keeps its working days');
}

/** Clocks whose every run is counted from its own start. */
const COUNTED_ANEW: readonly ClockKind[] = ['VERIFICATION', 'FIRST_FOLLOW_UP', 'SILENCE', 'REDISPATCH'];

/** A run that begins is counted by the calendar of that day; one that goes on as it was counted before. */
function checkCounting({ world, before, after, accepted: { act } }: ClockStep): void {
  for (const run of after.clocks) {
    const last = latestClock(before.clocks, run.kind);
    if (run.dueAt === null || run.workingDays === null || run.seq <= (last?.seq ?? 0)) continue;
    const goesOn = GOING_ON.includes(act) && last !== null && last.endedAt !== null && run.kind !== 'SILENCE';
    const isNew = !goesOn && (last === null || COUNTED_ANEW.includes(run.kind));
    if (!isNew) continue;
    must(run.edition === world.calendar.edition, `${run.kind} begins by the calendar of its day`);
    const end = endOfWorkingDay(run.startedAt, run.workingDays, run.timeZone, world.calendar);
    must(run.dueAt.getTime() === end?.getTime(), `${run.kind} ends with its last working day`);
  }
}

/** Acts after which runs go on that had stopped. */
const GOING_ON: readonly Act[] = ['COMPLETE', 'UNMERGE'];

/** 8: runs follow each other, and only the last one may be running. */
function checkRuns(runs: readonly Clock[], kind: ClockKind): void {
  runs.forEach((run, index) => {
    must(run.seq === index + 1, `the runs of ${kind} are numbered`);
    must(run.endedAt === null || run.endedAt >= run.startedAt, `a run of ${kind} ends after its start`);
    const next = runs[index + 1];
    must(!next || (run.endedAt !== null && run.endedAt <= next.startedAt), `no two runs of ${kind} overlap`);
  });
}

/** A follow-up ends the clock that waits for one, and nothing but a follow-up does. */
function checkFirstFollowUp({ report, clocks, lines }: Life): void {
  const run = latestClock(clocks, 'FIRST_FOLLOW_UP');
  if (!WITH_AN_AGENCY.includes(report.state)) {
    must(run?.endedAt !== null, 'FIRST_FOLLOW_UP runs while an agency has the word');
    return;
  }
  const hasFollowedUp = lines.some(
    ({ kind, at }) => (kind === 'INTERIM' || kind === 'FINAL') && run !== null && at >= run.startedAt,
  );
  must(run !== null, 'FIRST_FOLLOW_UP runs once a report is dispatched');
  must((run?.endedAt !== null) === hasFollowedUp, 'FIRST_FOLLOW_UP waits for a follow-up');
}

/** Acts after which a clock runs on that had stood still. */
const RESUMING: readonly Act[] = ['COMPLETE', 'REPLY', 'REOPEN', 'VERIFY'];

/** 7: a limit runs on later by the days on which it stood still, by T25 and by T26 once, and by nothing else. */
function checkLimit({ world, before, after, accepted }: ClockStep, kind: ClockKind): void {
  const [was, is] = [latestClock(before.clocks, kind), latestClock(after.clocks, kind)];
  if (is === null || is.seq === was?.seq) return;
  const { act, actor, reason = '' } = accepted;
  if (was === null) {
    must(act === 'VERIFY', `${kind} starts with the first dispatch`);
    return;
  }
  if (act === 'RECLASSIFY' || act === 'EXTEND') {
    must(
      kind === 'RESOLUTION' && actor.agencyId !== null && reason.includes('→'),
      `${kind} moves with a reason`,
    );
    must(after.report.extensionCount <= 1, 'a limit is extended once');
    must(is.edition === world.calendar.edition, `${kind} is restated by the present calendar`);
    return;
  }
  must(is.edition === was.edition, `${kind} goes on as it was counted`);
  if (act === 'UNMERGE') {
    must(is.dueAt?.getTime() === was.dueAt?.getTime(), `${kind} counts the time in which it was merged`);
    must(is.startedAt.getTime() === was.endedAt?.getTime(), `${kind} has no gap where it was merged`);
    return;
  }
  must(RESUMING.includes(act) && was.endedAt !== null, `${kind} runs on only where it stood still`);
  must(is.workingDays === was.workingDays, `${kind} keeps its days`);
  must(is.dueAt?.getTime() === movedLimit(world, was)?.getTime(), `${kind} moves by the days it stood still`);
}

/** The days it stood still are counted as the run itself was. */
function movedLimit(
  { now, days }: World,
  { dueAt: due, endedAt, breachedAt, timeZone, edition }: Clock,
): Date | null {
  if (!due || !endedAt || breachedAt) return due;
  const calendar = days.edition(edition);
  return endOfWorkingDay(due, workingDaysIn(endedAt, now, timeZone, calendar), timeZone, calendar);
}
