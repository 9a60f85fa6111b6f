import fc from 'fast-check';
import { sightOf } from '../../src/privacy/sight.rules.js';
import { REPORT_ACTIONS, type ReportAction } from '../../src/report/viewer-actions.rules.js';
import { ACTORS } from './actors.js';
import { carryOut } from './carry-out.js';
import { Coverage } from './coverage.js';
import { Dice } from './dice.js';
import {
  anyHistory,
  anyLife,
  anyOffer,
  aSubmission,
  type Course,
  type Happening,
  isForgiven,
  laterThan,
} from './happenings.js';
import { MOVES, type Scene } from './moves.js';
import { must } from './must.js';
import { recalculate } from './recalculate.js';
import { sweep } from './sweep.js';
import { World } from './world.js';

/** Lives so many random histories through, each beginning on some day, and checks after each step what must hold. */
export function liveHistories(times: number, starts: fc.Arbitrary<Date>, course: Course = {}): Coverage {
  const coverage = new Coverage();
  const anyLives = fc.property(starts, anyHistory(course), (start, history) => {
    live(history, start, coverage);
  });
  // What fails is reported as it is found: shrinking a history of months takes longer than reading it.
  fc.assert(anyLives, {
    numRuns: times,
    endOnFailure: true,
    interruptAfterTimeLimit: 240_000,
    markInterruptAsFailure: true,
  });
  return coverage;
}

function live(history: readonly Happening[], start: Date, coverage: Coverage): void {
  const world = new World(start);
  for (const { what, dice } of history) {
    world.now = new Date(world.now.getTime() + 1_000);
    happen(world, what, new Dice(dice), coverage);
  }
}

function happen(world: World, what: Happening['what'], dice: Dice, coverage: Coverage): void {
  if (what === 'SUBMIT') submit(world, dice);
  else if (what === 'ACT') act(world, dice, coverage);
  else if (what === 'TRY') attempt(world, dice);
  else if (what === 'WAIT') world.now = laterThan(world, dice);
  else if (what === 'SWEEP') sweep(world, coverage);
  else if (what === 'AMEND') amend(world, dice, coverage);
  else if (what === 'RECALCULATE') recalculate(world, coverage);
  else world.country = world.country.toggled(dice.below(1_000));
}

function submit(world: World, dice: Dice): void {
  const { reporter, submission, agencyId } = aSubmission(world, dice);
  const taken = world.submit(reporter, submission, agencyId);
  const mayFail = ['AgencyNotFound', 'CalendarNotLoaded'];
  must(taken.ok || mayFail.includes(taken.refusal.kind), 'every report is taken in');
}

/** A day is decreed otherwise; every other time deadlines are counted anew at once. */
function amend(world: World, dice: Dice, coverage: Coverage): void {
  world.days.amend(world.now, dice);
  if (dice.once(2)) recalculate(world, coverage);
}

/** Somebody does what they are offered. */
function act(world: World, dice: Dice, coverage: Coverage): void {
  const life = anyLife(world, dice);
  const offer = life && anyOffer(world, life, dice, coverage);
  if (life && offer) takeUp({ world, life, dice, ...offer }, offer.action, coverage);
}

/** 22: an offer is kept, in one of the ways in which it can be taken up. */
function takeUp(scene: Scene, action: ReportAction, coverage: Coverage): void {
  const { world, life } = scene;
  const refusals: string[] = [];
  for (const attempt of MOVES[action](scene)) {
    const judged = attempt();
    if (!judged.ok) {
      refusals.push(judged.refusal.kind);
      continue;
    }
    if (!judged.value) return;
    if ('draft' in judged.value) {
      world.keepDraft(life, judged.value.draft);
      return;
    }
    carryOut(world, life, judged.value, coverage);
    return;
  }
  const isKept = isForgiven(action, refusals, world);
  must(isKept, `who is offered ${action} may do it, and is not told ${refusals.join(', ')}`);
}

/** Somebody tries what they are not offered, and is refused. */
function attempt(world: World, dice: Dice): void {
  const life = anyLife(world, dice);
  if (!life) return;
  const actor = dice.oneOf(ACTORS);
  const standing = world.standingOf(life, actor);
  const action = dice.oneOf(REPORT_ACTIONS);
  if (world.actionsOn(life, actor, standing, world.timeOf(life)).includes(action)) return;
  if (!sightOf(life.report, standing).exists) return;
  for (const judge of MOVES[action]({ world, life, actor, standing, dice }))
    must(!judge().ok, `who is not offered ${action} may not do it`);
}
