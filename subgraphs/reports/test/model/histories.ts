import fc from 'fast-check';
import { sightOf } from '../../src/privacy/sight.rules.js';
import { CHANNELS, REQUESTED_TYPES } from '../../src/report/report-state.js';
import { REPORT_ACTIONS, type ReportAction } from '../../src/report/viewer-actions.rules.js';
import { ACTORS, REPORTERS } from './actors.js';
import { Coverage } from './coverage.js';
import { Dice } from './dice.js';
import { checkStep } from './invariants.js';
import type { Life } from './life.js';
import { MOVES, type Scene } from './moves.js';
import { must } from './must.js';
import { sweep } from './sweep.js';
import { World } from './world.js';

type What = 'SUBMIT' | 'ACT' | 'TRY' | 'WAIT' | 'SWEEP' | 'REORGANISE';

/** Something that happens; the number decides what chance decides. */
interface Happening {
  readonly what: What;
  readonly dice: number;
}

/** How much there is of what. */
type Weights = Partial<Readonly<Record<What, number>>>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long nothing happens: seconds between two officers, days of an office, months of neglect. */
const WAITS = [MINUTE, 60 * MINUTE, DAY, 2 * DAY, 4 * DAY, 9 * DAY, 17 * DAY, 34 * DAY, 95 * DAY];

/** Half of what happens is an act that somebody is offered; some is tried by people who are not. */
const WEIGHTS: Readonly<Record<What, number>> = {
  SUBMIT: 2,
  ACT: 20,
  TRY: 4,
  WAIT: 5,
  SWEEP: 4,
  REORGANISE: 0,
};

/** Lives so many random histories through, each beginning on some day, and checks after each step what must hold. */
export function liveHistories(times: number, starts: fc.Arbitrary<Date>, weights: Weights = {}): Coverage {
  const coverage = new Coverage();
  const anyLife = fc.property(starts, anyHistory(weights), (start, history) => {
    live(history, start, coverage);
  });
  // What fails is reported as it is found: shrinking a history of months takes longer than reading it.
  fc.assert(anyLife, {
    numRuns: times,
    endOnFailure: true,
    interruptAfterTimeLimit: 240_000,
    markInterruptAsFailure: true,
  });
  return coverage;
}

/** A report, and what happens to it and to others after it. */
function anyHistory(weights: Weights): fc.Arbitrary<readonly Happening[]> {
  const happening = (what: What): fc.Arbitrary<Happening> => fc.nat().map((dice) => ({ what, dice }));
  const kinds = Object.entries({ ...WEIGHTS, ...weights }) as [What, number][];
  const any = fc.oneof(...kinds.map(([what, weight]) => ({ weight, arbitrary: happening(what) })));
  return fc
    .tuple(happening('SUBMIT'), fc.array(any, { minLength: 12, maxLength: 25, size: 'max' }))
    .map(([first, others]) => [first, ...others]);
}

function live(history: readonly Happening[], start: Date, coverage: Coverage): void {
  const world = new World(start);
  for (const { what, dice } of history) {
    world.now = new Date(world.now.getTime() + 1_000);
    happen(world, what, new Dice(dice), coverage);
  }
}

function happen(world: World, what: What, dice: Dice, coverage: Coverage): void {
  if (what === 'SUBMIT') submit(world, dice);
  else if (what === 'ACT') act(world, dice, coverage);
  else if (what === 'TRY') attempt(world, dice);
  else if (what === 'WAIT') wait(world, dice);
  else if (what === 'SWEEP') sweep(world, coverage);
  else world.country = world.country.toggled(dice.below(1_000));
}

function submit(world: World, dice: Dice): void {
  const submission = {
    requestedType: dice.oneOf(REQUESTED_TYPES),
    title: 'Jalan berlubang di depan rumah saya',
    body: 'Sudah dua orang jatuh. Hubungi saya di 0812-3456-7890.',
    channel: dice.oneOf(CHANNELS),
    isAnonymous: dice.once(3),
    isSecret: dice.once(4),
    consent: true,
    incidentDate: null,
    place: null,
    regionCode: null,
  };
  const addressed = dice.once(5) ? null : dice.oneOf(world.country.all).id;
  const taken = world.submit(dice.oneOf(REPORTERS), submission, addressed);
  must(taken.ok || isOf(['AgencyNotFound', 'CalendarNotLoaded'], taken.refusal), 'every report is taken in');
}

/** Acts that end a report, or that can be done at any time, would leave little room for the others. */
const RARE: readonly ReportAction[] = [
  'WITHDRAW',
  'ARCHIVE',
  'RAISE_PRIVACY',
  'TAKE_OVER',
  'RECLASSIFY',
  'ADD_NOTE',
  'SUPPORT',
];

/** Somebody does what they are offered. */
function act(world: World, dice: Dice, coverage: Coverage): void {
  const life = anyLife(world, dice);
  if (!life) return;
  const time = world.timeOf(life);
  const offers = ACTORS.flatMap((actor) => {
    const standing = world.standingOf(life, actor);
    return world.actionsOn(life, actor, standing, time).map((action) => ({ actor, standing, action }));
  });
  if (offers.length === 0) return;
  const actions = [...new Set(offers.map(({ action }) => action))];
  const usual = actions.filter((action) => !RARE.includes(action));
  const wanted = dice.oneOf(usual.length === 0 || dice.once(5) ? actions : usual);
  const { actor, standing, action } = dice.oneOf(offers.filter((offer) => offer.action === wanted));
  carryOut({ world, life, actor, standing, dice }, action, coverage);
}

/** 22: an offer is kept, in one of the ways in which it can be taken up. */
function carryOut(scene: Scene, action: ReportAction, coverage: Coverage): void {
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
    const done = world.carryOut(life, judged.value);
    if (!done.ok) return;
    coverage.count(judged.value.act, life.report.state);
    checkStep({ world, before: life, after: done.value, accepted: judged.value });
    return;
  }
  const ofTheTarget = OF_THE_TARGET[action] ?? [];
  const isForgiven = refusals.every((kind) => kind === 'CalendarNotLoaded' || ofTheTarget.includes(kind));
  must(isForgiven, `who is offered ${action} may do it, and is not told ${refusals.join(', ')}`);
}

/** Why an offer may come to nothing: there may be no other agency in the house, and no case to join. */
const OF_THE_TARGET: Readonly<Partial<Record<ReportAction, readonly string[]>>> = {
  VERIFY: ['AgencyNotFound', 'AgencyOutOfReach', 'AgencyHasReturnedIt'],
  DISPATCH: ['AgencyNotFound', 'AgencyOutOfReach', 'AgencyHasReturnedIt'],
  MERGE: ['MergeTargetUnfit', 'NotAllowed'],
  // What a draft promises may be too late when it is approved.
  APPROVE_ANSWER: ['InvalidInput'],
};

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

/** Some time passes; every other time just as much as it takes until something is due. */
function wait(world: World, dice: Dice): void {
  const dues = anyLife(world, dice)?.clocks.flatMap(({ dueAt, endedAt }) => (endedAt || !dueAt ? [] : dueAt));
  const next = dues?.filter((due) => due > world.now).sort((one, other) => Number(one) - Number(other))[0];
  const passed = new Date(world.now.getTime() + dice.oneOf(WAITS) + dice.below(DAY));
  world.now = next && dice.once(2) ? new Date(next.getTime() + 1) : passed;
}

function anyLife({ lives }: World, dice: Dice): Life | null {
  return lives.length === 0 ? null : dice.oneOf(lives);
}

function isOf(kinds: readonly string[], refusal: { readonly kind: string }): boolean {
  return kinds.includes(refusal.kind);
}
