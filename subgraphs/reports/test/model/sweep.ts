import type { Decision } from '@satu-pintu/domain-kit';
import { decideExpiry } from '../../src/completion/completion.rules.js';
import { BREACHABLE, decideBreach, decideEligibility } from '../../src/deadlines/deadline.rules.js';
import { decideNotice } from '../../src/deadlines/notice.rules.js';
import { decideRelease } from '../../src/duplicates/merge.rules.js';
import { decideSilentClosing } from '../../src/follow-up/follow-up.rules.js';
import type { AcceptedAct } from '../../src/report/act.js';
import { type Clock, latestClock } from '../../src/sla/clock.rules.js';
import { CLOCK_KINDS, type ClockKind } from '../../src/sla/rule-set.js';
import { carryOut } from './carry-out.js';
import type { Coverage } from './coverage.js';
import type { Life } from './life.js';
import { must } from './must.js';
import type { World } from './world.js';

type WhenDue = (life: Life, world: World) => Decision<AcceptedAct, { readonly kind: string }>;

/** Which act of the platform answers which clock, as in the sweep. */
const WHEN_DUE: ReadonlyMap<ClockKind, WhenDue> = new Map<ClockKind, WhenDue>([
  ...BREACHABLE.map((kind): [ClockKind, WhenDue] => [
    kind,
    ({ report, clocks }, { now }) => decideBreach(report, kind, latestClock(clocks, kind), now),
  ]),
  [
    'COMPLETION',
    (life, world) => decideExpiry(life.report, world.timeOfReporter(life, 'COMPLETION'), world.now),
  ],
  [
    'SILENCE',
    (life, world) => decideSilentClosing(life.report, world.timeOfReporter(life, 'SILENCE'), world.now),
  ],
  [
    'OMBUDSMAN',
    (life, world) =>
      decideEligibility(
        life.report,
        latestClock(life.clocks, 'OMBUDSMAN'),
        world.oversightTermsOf(life),
        world.now,
      ),
  ],
]);

/** The platform does what is due, and lets go of reports whose case has ended without an answer. */
export function sweep(world: World, coverage: Coverage): void {
  for (const { report } of [...world.lives]) {
    for (const kind of ['COMPLETION', 'SILENCE'] as const) sendNotices(world, report.id, kind, coverage);
    for (const judge of whatIsDue(world.get(report.id), world.now)) {
      const life = world.get(report.id);
      doWhatIsDue(world, life, judge(life, world), coverage);
    }
    for (const kind of CLOCK_KINDS) sendNotices(world, report.id, kind, coverage);
    must(whatIsDue(world.get(report.id), world.now).length === 0, 'nothing is due after a sweep');
  }
  for (const life of [...world.lives]) {
    const lead = world.leadOf(life);
    if (lead) doWhatIsDue(world, life, decideRelease(life.report, lead.report.state), coverage);
  }
}

/** All notices of one clock that are due, each an act of its own. */
function sendNotices(world: World, id: string, kind: ClockKind, coverage: Coverage): void {
  for (;;) {
    const life = world.get(id);
    const judged = decideNotice(life.report, world.noticeOf(life, kind), world.now);
    if (!judged.ok) return;
    doWhatIsDue(world, life, judged, coverage);
  }
}

function doWhatIsDue(world: World, life: Life, judged: ReturnType<WhenDue>, coverage: Coverage): void {
  if (judged.ok) must(carryOut(world, life, judged.value, coverage), 'what is due needs no calendar');
}

/** The clocks that ran out with nothing done about it, in the order in which they did, and the acts that answer them. */
function whatIsDue({ clocks, report }: Life, now: Date): readonly WhenDue[] {
  const due = clocks.filter((clock) => isDue(clock, report.oversightStage !== null, now));
  return due
    .sort((one, other) => Number(one.dueAt) - Number(other.dueAt))
    .flatMap(({ kind }) => WHEN_DUE.get(kind) ?? []);
}

function isDue({ kind, dueAt, endedAt, breachedAt }: Clock, isEligible: boolean, now: Date): boolean {
  if (!WHEN_DUE.has(kind) || endedAt || breachedAt || !dueAt) return false;
  return dueAt < now && !(kind === 'OMBUDSMAN' && isEligible);
}
