import { lightOf, type Tally } from '../counts/counts.rules.js';
import { isOpen } from '../counts/report-state.js';
import type { PublishedCounts } from './published-counts.js';
import { isSmall, SMALLEST_PUBLIC_COUNT, withhold } from './withhold.rules.js';

/** An agency with its public numbers, before anything is withheld. */
export interface AgencyTally {
  readonly agencyId: string;
  /** Null for the root. */
  readonly parentId: string | null;
  /** The country as a whole and the agencies right below the root: their numbers by state and type are public too. */
  readonly isTop: boolean;
  readonly tally: Tally;
}

/**
 * The one fixed cube of public numbers, small ones withheld together with what would let them be computed: from the
 * other states of the agency, from its other types, and from the same number of its siblings.
 */
export function publishCube(
  agencies: readonly AgencyTally[],
  smallest = SMALLEST_PUBLIC_COUNT,
): ReadonlyMap<string, PublishedCounts> {
  const cube = new Cube();
  for (const agency of agencies) cube.add(agency);
  const hidden = withhold(cube.counts, cube.sums(), smallest);
  return new Map(
    agencies.map((agency) => [
      agency.agencyId,
      present(agency, (measure) => cube.read(agency, measure, hidden), smallest),
    ]),
  );
}

/** All public counts in one list, each with its position, and the sums that tie them together. */
class Cube {
  readonly counts: number[] = [];
  private readonly positions = new Map<string, number>();
  private readonly rows: (readonly number[])[] = [];
  private readonly columns = new Map<string, number[]>();

  add(agency: AgencyTally): void {
    const { tally, isTop } = agency;
    const total = this.put(agency, 'total', tally.total);
    if (!isTop) return;
    const open = this.put(agency, 'open', tally.open);
    const ended = this.put(agency, 'ended', tally.total - tally.open);
    this.put(agency, 'overdue', tally.overdue);
    const states = [...tally.byState].map(([state, count]) => ({
      isOpen: isOpen(state),
      at: this.put(agency, `state ${state}`, count),
    }));
    const types = [...tally.byType].map(([type, count]) => this.put(agency, `type ${type ?? ''}`, count));
    this.rows.push(
      [open, ended, total],
      [open, ...states.filter((state) => state.isOpen).map((state) => state.at)],
      [ended, ...states.filter((state) => !state.isOpen).map((state) => state.at)],
      types,
    );
  }

  sums(): readonly (readonly number[])[] {
    return [...this.rows, ...this.columns.values()];
  }

  read(agency: AgencyTally, measure: string, hidden: readonly boolean[]): number | null {
    const at = this.positions.get(`${agency.agencyId} ${measure}`);
    if (at === undefined) return null;
    return hidden[at] ? null : (this.counts[at] ?? null);
  }

  private put(agency: AgencyTally, measure: string, count: number): number {
    const at = this.counts.push(count) - 1;
    this.positions.set(`${agency.agencyId} ${measure}`, at);
    const name = `${agency.parentId ?? 'root'} ${measure}`;
    const column = this.columns.get(name) ?? [];
    column.push(at);
    this.columns.set(name, column);
    return at;
  }
}

function present(
  { tally, isTop }: AgencyTally,
  read: (measure: string) => number | null,
  smallest: number,
): PublishedCounts {
  const total = read('total');
  const isVeiled = total === null;
  const hasBreakdown = isTop && !isVeiled;
  return {
    total,
    open: isVeiled ? null : read('open'),
    overdue: isVeiled ? null : read('overdue'),
    // The light of a few reports would tell how each of them fares.
    light: isVeiled || isSmall(tally.total, smallest) ? null : lightOf(tally),
    byState: hasBreakdown ? readAll(tally.byState.keys(), (state) => read(`state ${state}`)) : null,
    byType: hasBreakdown ? readAll(tally.byType.keys(), (type) => read(`type ${type ?? ''}`)) : null,
  };
}

function readAll<Key extends string | null>(
  keys: Iterable<Key>,
  read: (key: Key) => number | null,
): Readonly<Record<string, number | null>> {
  return Object.fromEntries([...keys].map((key) => [key ?? '', read(key)]));
}
