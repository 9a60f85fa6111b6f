import fc from 'fast-check';
import type { Standing } from '../../src/hierarchy/standing.js';
import { CHANNELS, REQUESTED_TYPES } from '../../src/report/report-state.js';
import type { ReportAction } from '../../src/report/viewer-actions.rules.js';
import { type Actor, ACTORS, REPORTERS } from './actors.js';
import type { Coverage } from './coverage.js';
import type { Dice } from './dice.js';
import type { Life } from './life.js';
import type { World } from './world.js';

type What = 'SUBMIT' | 'ACT' | 'TRY' | 'WAIT' | 'SWEEP' | 'REORGANISE' | 'AMEND' | 'RECALCULATE';

/** Something that happens; the number decides what chance decides. */
export interface Happening {
  readonly what: What;
  readonly dice: number;
}

/** How much there is of what, and how many happenings make a history. */
export interface Course {
  readonly weights?: Partial<Readonly<Record<What, number>>>;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Half of what happens is an act that somebody is offered; some is tried by people who are not. */
const WEIGHTS: Readonly<Record<What, number>> = {
  SUBMIT: 2,
  ACT: 20,
  TRY: 4,
  WAIT: 5,
  SWEEP: 4,
  REORGANISE: 0,
  AMEND: 1,
  RECALCULATE: 1,
};

/** A report, and what happens to it and to others after it. */
export function anyHistory({
  weights,
  atLeast = 13,
  atMost = 27,
}: Course): fc.Arbitrary<readonly Happening[]> {
  const happening = (what: What): fc.Arbitrary<Happening> => fc.nat().map((dice) => ({ what, dice }));
  const kinds = Object.entries({ ...WEIGHTS, ...weights }) as [What, number][];
  const any = fc.oneof(...kinds.map(([what, weight]) => ({ weight, arbitrary: happening(what) })));
  return fc
    .tuple(happening('SUBMIT'), fc.array(any, { minLength: atLeast, maxLength: atMost, size: 'max' }))
    .map(([first, others]) => [first, ...others]);
}

/** A report as somebody may fill it in, and who does. */
export function aSubmission(world: World, dice: Dice) {
  return {
    reporter: dice.oneOf(REPORTERS),
    agencyId: dice.once(5) ? null : dice.oneOf(world.country.all).id,
    submission: {
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
    },
  };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long nothing happens: seconds between two officers, days of an office, months of neglect. */
const WAITS = [MINUTE, 60 * MINUTE, DAY, 2 * DAY, 4 * DAY, 9 * DAY, 17 * DAY, 34 * DAY, 95 * DAY];

/** The instant until which nothing happens; every other time just so long that something is due. */
export function laterThan(world: World, dice: Dice): Date {
  const dues = anyLife(world, dice)?.clocks.flatMap(({ dueAt, endedAt }) => (endedAt || !dueAt ? [] : dueAt));
  const ahead =
    dues?.filter((due) => due > world.now).sort((one, other) => Number(one) - Number(other)) ?? [];
  const next = ahead.length > 0 && dice.once(3) ? dice.oneOf(ahead) : ahead[0];
  const passed = new Date(world.now.getTime() + dice.oneOf(WAITS) + dice.below(DAY));
  return next && dice.once(2) ? new Date(next.getTime() + 1) : passed;
}

/** One of the reports; null while there is none. */
export function anyLife({ lives }: World, dice: Dice): Life | null {
  return lives.length === 0 ? null : dice.oneOf(lives);
}

/** Acts that end a report, or that can be done at any time, would leave little room for the others. */
const RARE: readonly ReportAction[] = [
  'WITHDRAW',
  'ARCHIVE',
  'RAISE_PRIVACY',
  'LOWER_PRIVACY',
  'REDACT',
  'HIDE',
  'PUBLISH',
  'TAKE_OVER',
  'RECLASSIFY',
  'ADD_NOTE',
  'SUPPORT',
];

/** Somebody before a report, and something that they are offered. */
export interface Offer {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly action: ReportAction;
}

/** One of all offers, and every third time what was taken up least so far; null where nobody can do anything. */
export function anyOffer(world: World, life: Life, dice: Dice, coverage: Coverage): Offer | null {
  const time = world.timeOf(life);
  const offers = ACTORS.flatMap((actor) => {
    const standing = world.standingOf(life, actor);
    return world.actionsOn(life, actor, standing, time).map((action) => ({ actor, standing, action }));
  });
  if (offers.length === 0) return null;
  const actions = [...new Set(offers.map(({ action }) => action))];
  const usual = actions.filter((action) => !RARE.includes(action));
  const any = dice.oneOf(usual.length === 0 || dice.once(5) ? actions : usual);
  const least = dice.once(3) ? coverage.leastTakenUp(actions, life.report.state) : null;
  const wanted = least ?? any;
  return dice.oneOf(offers.filter(({ action }) => action === wanted));
}

/** Why an offer may come to nothing: no other agency in the house, no case to join, a day that has passed. */
const OF_THE_TARGET: Readonly<Partial<Record<ReportAction, readonly string[]>>> = {
  VERIFY: ['AgencyNotFound', 'AgencyOutOfReach', 'AgencyHasReturnedIt'],
  DISPATCH: ['AgencyNotFound', 'AgencyOutOfReach', 'AgencyHasReturnedIt'],
  MERGE: ['MergeTargetUnfit', 'NotAllowed'],
  // What a draft promises may be too late when it is approved.
  APPROVE_ANSWER: ['InvalidInput'],
};

/** By an amended calendar even the same number of days may end later, which after a breach is for the national desk. */
const OF_THE_CALENDAR: Readonly<Partial<Record<ReportAction, readonly string[]>>> = {
  RECLASSIFY: ['LaterNeedsNationalDesk', 'InvalidInput'],
};

/** May an offer be refused for these reasons? Nobody promises a target, nor holidays that are not known or amended. */
export function isForgiven(
  action: ReportAction,
  refusals: readonly string[],
  { calendar }: Pick<World, 'calendar'>,
): boolean {
  const ofTheCalendar = calendar.edition > 0 ? (OF_THE_CALENDAR[action] ?? []) : [];
  const forgiven = ['CalendarNotLoaded', ...ofTheCalendar, ...(OF_THE_TARGET[action] ?? [])];
  return refusals.every((kind) => forgiven.includes(kind));
}
