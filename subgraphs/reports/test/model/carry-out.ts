import type { AcceptedAct } from '../../src/report/act.js';
import type { Coverage } from './coverage.js';
import { checkStep } from './invariants.js';
import type { Life } from './life.js';
import type { World } from './world.js';

/** Carries out an act and all that the platform does because of it, each a step of its own; false where the calendar ends. */
export function carryOut(world: World, life: Life, accepted: AcceptedAct, coverage: Coverage): boolean {
  const done = world.carryOut(life, accepted);
  if (!done.ok) return false;
  coverage.count(accepted.act, life.report.state);
  checkStep({ world, before: life, after: done.value, accepted });
  return !accepted.then || carryOut(world, done.value, accepted.then, coverage);
}
