import type { Database } from './database.js';
import { ask, type Asker } from './graph.js';

/** Numbers of an agency, by state; states without reports are left out. */
export type Numbers = Readonly<Record<string, number>>;

const COUNTS = /* GraphQL */ `
  query ($agencyId: ID!) {
    reportCounts(agencyId: $agencyId) {
      isLive
      total
      open
      byState {
        state
        count
      }
    }
  }
`;

const RECOUNT = /* sql */ `
  select report.state, count(*)::int as count
    from reports.report
    join reports.agency as holder on holder.id = report.holder_agency_id
   where holder.path <@ (select path from reports.agency where id = $1)
   group by 1
`;

const CLOSED = ['CLOSED', 'ARCHIVED', 'MERGED', 'WITHDRAWN'];

/** What the graph says, as someone who sees live numbers. */
export async function countsOf(agencyId: string, asker: Asker): Promise<Numbers> {
  const { reportCounts } = await ask<{ reportCounts: Told }>(COUNTS, { agencyId }, asker);
  if (!reportCounts.isLive) throw new Error('These are the published numbers.');
  const { total, open, byState } = reportCounts;
  return { total, open, ...withoutZeros(byState) };
}

/** The same from the reports themselves. */
export async function recountOf(agencyId: string, database: Database): Promise<Numbers> {
  const byState = await database.rows<StateCount>(RECOUNT, [agencyId]);
  const sum = (rows: readonly StateCount[]): number => rows.reduce((total, { count }) => total + count, 0);
  const open = byState.filter(({ state }) => !CLOSED.includes(state));
  return { total: sum(byState), open: sum(open), ...withoutZeros(byState) };
}

interface StateCount {
  readonly state: string;
  readonly count: number;
}

interface Told {
  readonly isLive: boolean;
  readonly total: number;
  readonly open: number;
  readonly byState: readonly StateCount[];
}

function withoutZeros(byState: readonly StateCount[]): Numbers {
  return Object.fromEntries(
    byState.filter(({ count }) => count > 0).map(({ state, count }) => [state, count]),
  );
}
