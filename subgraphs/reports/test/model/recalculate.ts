import { actorOf } from '../../src/report/act.js';
import { decideRecalculation, type RecalculationOrder } from '../../src/work-calendar/recalculation.rules.js';
import { national } from '../support/people.js';
import { carryOut } from './carry-out.js';
import type { Coverage } from './coverage.js';
import type { Life } from './life.js';
import { must } from './must.js';
import type { World } from './world.js';

/** Open deadlines are counted anew, as a recalculation that was ordered does; done again, it moves nothing. */
export function recalculate(world: World, coverage: Coverage): void {
  for (const { report } of [...world.lives]) {
    const life = world.get(report.id);
    const judged = decide(world, life);
    if (!judged.ok) continue;
    must(carryOut(world, life, judged.value, coverage), 'a recalculation needs no calendar of its own');
    const again = decide(world, world.get(report.id));
    must(!again.ok && again.refusal.kind === 'NothingMoves', 'what is counted anew stays where it is');
  }
}

function decide(world: World, { report, clocks }: Life): ReturnType<typeof decideRecalculation> {
  const runs = clocks.map((run) => ({ run, countedBy: world.days.edition(run.edition) }));
  return decideRecalculation(report, runs, orderOf(), world.calendar, world.now);
}

function orderOf(): RecalculationOrder {
  const [post] = national.appointments;
  if (!post) throw new Error('The national desk has a post.');
  return { id: 'b2d7f7a4-2c1e-4a57-9a30-0f4f6a1d6d11', reason: 'Keppres 9/2026.', actor: actorOf(post) };
}
