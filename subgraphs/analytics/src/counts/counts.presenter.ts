import { REPORT_STATES, REPORT_TYPES, type ReportState, type ReportType } from '@satu-pintu/domain-kit';
import type { PublishedCounts } from '../open-data/published-counts.js';
import { type CountCell, lightOf, tally } from './counts.rules.js';
import { Agency, type CountFilter, ReportCounts, type StateCount, type TypeCount } from './counts.type.js';
import type { CountsView } from './counts-view.js';

/** A viewer's numbers as the graph shows them. */
export function presentCounts(view: CountsView, filter?: CountFilter | null): ReportCounts {
  const type = filter?.type ?? null;
  const numbers =
    view.kind === 'live' ? presentLive(view.cells, type) : presentPublished(narrow(view.counts, type), type);
  return Object.assign(new ReportCounts(), {
    agency: Object.assign(new Agency(), { id: view.agencyId }),
    asOf: view.asOf,
    isLive: view.kind === 'live',
    ...numbers,
  });
}

type Numbers = Omit<ReportCounts, 'agency' | 'asOf' | 'isLive'>;

function presentLive(cells: readonly CountCell[], type: ReportType | null): Numbers {
  const counts = tally(type === null ? cells : cells.filter((cell) => cell.type === type));
  return {
    total: counts.total,
    open: counts.open,
    overdue: counts.overdue,
    light: lightOf(counts),
    byState: REPORT_STATES.map((state) => stateCount(state, counts.byState.get(state) ?? 0)),
    byType: shownTypes(type).map((shown) => typeCount(shown, counts.byType.get(shown) ?? 0)),
  };
}

function presentPublished(counts: PublishedCounts, type: ReportType | null): Numbers {
  return {
    total: counts.total,
    open: counts.open,
    overdue: counts.overdue,
    light: counts.light,
    byState: REPORT_STATES.map((state) => stateCount(state, readCount(counts.byState, state))),
    byType: shownTypes(type).map((shown) => typeCount(shown, readCount(counts.byType, shown ?? ''))),
  };
}

/** The public cube is fixed: of one type it knows the total and nothing finer. */
function narrow(counts: PublishedCounts, type: ReportType | null): PublishedCounts {
  if (type === null) return counts;
  const total = readCount(counts.byType, type);
  return { total, open: null, overdue: null, light: null, byState: null, byType: { [type]: total } };
}

function readCount(counts: Readonly<Record<string, number | null>> | null, key: string): number | null {
  if (counts === null) return null;
  const count = counts[key];
  return count === undefined ? 0 : count;
}

function shownTypes(type: ReportType | null): readonly (ReportType | null)[] {
  return type === null ? [...REPORT_TYPES, null] : [type];
}

function stateCount(state: ReportState, count: number | null): StateCount {
  return { state, count, isSuppressed: count === null };
}

function typeCount(type: ReportType | null, count: number | null): TypeCount {
  return { type, count, isSuppressed: count === null };
}
