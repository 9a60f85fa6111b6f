import { dueAt, workingDaysBetween } from '@satu-pintu/calendar';
import type { AcceptedAct } from '../../src/report/act.js';
import { OPEN_STATES, type ReportState } from '../../src/report/report-state.js';
import type { Act } from '../../src/report/transitions.js';
import { type Clock, latestClock } from '../../src/sla/clock.rules.js';
import { CLOCK_KINDS, type ClockKind } from '../../src/sla/rule-set.js';
import type { Life } from './life.js';
import { isSame, must } from './must.js';
import type { World } from './world.js';

interface ClockStep {
  readonly world: World;
  readonly before: Life;
  readonly after: Life;
  readonly accepted: AcceptedAct;
}

/** 7 to 10: of clocks. */
export function checkClocks(step: ClockStep): void {
  const { after, before } = step;
  checkThatPastStays(before.clocks, after.clocks);
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

/** 9, 10: a run that has ended never changes, one that runs keeps its limit, and a breach stays. */
function checkThatPastStays(before: readonly Clock[], after: readonly Clock[]): void {
  for (const run of before) {
    const same = after.find(({ kind, seq }) => kind === run.kind && seq === run.seq);
    if (isSame(same, run)) continue;
    must(same !== undefined && run.endedAt === null, 'a run that has ended stays as it was');
    must(same?.dueAt?.getTime() === run.dueAt?.getTime(), 'a run keeps its limit');
    must(same?.startedAt.getTime() === run.startedAt.getTime(), 'a run keeps its start');
    must(!run.breachedAt || same?.breachedAt?.getTime() === run.breachedAt.getTime(), 'a breach stays');
  }
}

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

/** 7: the limit moves later by the days on which it stood still, by T25 and by T26 once, and by nothing else. */
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
    return;
  }
  if (act === 'UNMERGE') {
    must(is.dueAt?.getTime() === was.dueAt?.getTime(), `${kind} counts the time in which it was merged`);
    must(is.startedAt.getTime() === was.endedAt?.getTime(), `${kind} has no gap where it was merged`);
    return;
  }
  must(RESUMING.includes(act) && was.endedAt !== null, `${kind} runs on only where it stood still`);
  must(is.workingDays === was.workingDays, `${kind} keeps its days`);
  must(is.dueAt?.getTime() === movedLimit(world, was)?.getTime(), `${kind} moves by the days it stood still`);
}

function movedLimit(
  { now, calendar }: World,
  { dueAt: due, endedAt, breachedAt, timeZone }: Clock,
): Date | null {
  if (!due || !endedAt || breachedAt) return due;
  const stood = workingDaysBetween(endedAt, now, timeZone, calendar);
  const moved = stood.ok ? dueAt(due, stood.value, timeZone, calendar) : stood;
  return moved.ok ? moved.value : null;
}
