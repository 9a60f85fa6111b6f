import type { Viewer } from '@satu-pintu/domain-kit';
import { findNearReports, type Neighbourhood, reachOf } from '@satu-pintu/reports';
import { explain } from '../measure/explain.js';
import { Recorder } from '../measure/recorder.js';
import { quantile } from '../measure/statistics.js';
import type { NationalHouse } from './national-house.js';
import { CITY, NATIONAL_DESK, THE_PUBLIC } from './people.js';

const SOUGHT = 40;
const DAYS_BACK = 90;
const DAY_MS = 86_400_000;

/** What it takes to look for reports about the same matter. */
export interface DuplicatesResult {
  readonly who: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Reports that are compared with the sought one, on average. */
  readonly found: number;
  readonly mostRows: number;
  readonly step: string;
}

/* Recent reports of every kind of place, those of cities among them, where most is near. */
const RECENT = /* sql */ `
  select concat_ws(E'\\n', title, body, place) as words, region_code as "regionCode", category_id as "categoryId",
         holder_agency_id as "agencyId", id as except, submitted_at as at
    from report where category_id is not null and submitted_at > $1::timestamptz - interval '30 days'
   order by md5(id::text) limit $2
`;

/** For reports of the last month: those near by, of which the likely duplicates are chosen. */
export async function benchDuplicates(house: NationalHouse): Promise<readonly DuplicatesResult[]> {
  const { rows } = await house.client.query<Neighbourhood & { readonly at: Date }>(RECENT, [
    house.now,
    SOUGHT,
  ]);
  const results: DuplicatesResult[] = [];
  for (const [who, viewer] of [
    ['the public', THE_PUBLIC],
    ['the national desk', NATIONAL_DESK],
    ['a city', CITY],
  ] as const)
    results.push(await measure(house, who, viewer, rows));
  return results;
}

async function measure(
  { reportsDatabase, client }: NationalHouse,
  who: string,
  viewer: Viewer,
  sought: readonly (Neighbourhood & { readonly at: Date })[],
): Promise<DuplicatesResult> {
  const { statements, manager } = new Recorder(reportsDatabase.manager);
  const times: number[] = [];
  let found = 0;
  for (const { at, ...neighbourhood } of sought) {
    const since = performance.now();
    const reach = await reachOf(manager, viewer);
    const near = { ...neighbourhood, since: new Date(at.getTime() - DAYS_BACK * DAY_MS) };
    found += (await findNearReports(manager, reach, near)).length;
    times.push(performance.now() - since);
  }
  const last = statements.at(-1);
  if (!last) throw new Error('Nothing was sought.');
  const { mostRows, step } = await explain(client, last);
  return {
    who,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    found: found / sought.length,
    mostRows,
    step,
  };
}
