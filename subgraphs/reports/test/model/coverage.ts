import type { ReportState } from '../../src/report/report-state.js';
import type { ReportAction } from '../../src/report/viewer-actions.rules.js';
import { type Act, ACTS, TRANSITIONS } from '../../src/report/transitions.js';

/** What goes on beside the report in every state; histories are too short to come to every pair of both. */
const SELDOM = /^(T29[bcd]|T30[abcd]) /;

/** How often each act was carried out, by the state in which it began. */
export class Coverage {
  private readonly counts = new Map<string, number>();
  private readonly takenUp = new Map<string, number>();

  /** The one of these actions that was taken up least in a state; it counts as taken up now. */
  leastTakenUp(actions: readonly ReportAction[], state: ReportState): ReportAction | null {
    const times = (action: ReportAction): number => this.takenUp.get(`${action} in ${state}`) ?? 0;
    const [least = null] = actions.toSorted((one, other) => times(one) - times(other));
    if (least) this.takenUp.set(`${least} in ${state}`, times(least) + 1);
    return least;
  }

  count(act: Act, from: ReportState): void {
    const key = keyOf(act, from);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** What the table allows, and no history did although it could; of what is seldom, acts that none did in any state. */
  get missing(): readonly string[] {
    const made = [...this.counts.keys()].map(withoutState);
    return REACHABLE.filter((key) =>
      SELDOM.test(key) ? !made.includes(withoutState(key)) : !this.counts.has(key),
    );
  }

  /** What was done although the table does not let it begin there. */
  get unexpected(): readonly string[] {
    return [...this.counts.keys()].filter((key) => !REACHABLE.includes(key));
  }

  toString(): string {
    const acts = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    const kinds = new Set(REACHABLE.map(withoutState));
    const made = new Set([...this.counts.keys()].map(withoutState)).size;
    const covered = REACHABLE.filter((key) => this.counts.has(key)).length;
    const needed = [...this.counts].filter(([key]) => !SELDOM.test(key));
    const rarest = needed.sort(([, one], [, other]) => one - other)[0];
    return `${acts} acts, ${made} of ${kinds.size} transitions (${((100 * made) / kinds.size).toFixed(0)} %), ${covered} of ${REACHABLE.length} where counted by state, rarest that must be made: ${String(rarest)}`;
  }
}

function keyOf(act: Act, from: ReportState): string {
  return `${TRANSITIONS[act].id} ${act} in ${from}`;
}

function withoutState(key: string): string {
  return key.slice(0, key.indexOf(' in '));
}

/** Every act in every state in which the table lets it begin; a submission begins in none. */
const REACHABLE = ACTS.flatMap((act) => TRANSITIONS[act].from.map((from) => keyOf(act, from)));
