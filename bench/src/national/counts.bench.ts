import { readLiveCounts } from '@satu-pintu/analytics';
import { explain } from '../measure/explain.js';
import { Recorder } from '../measure/recorder.js';
import { median, quantile } from '../measure/statistics.js';
import type { NationalHouse } from './national-house.js';
import { agencyId } from './people.js';

const RUNS = 30;

/** What the live numbers of one agency cost the database. */
export interface CountsResult {
  readonly code: string;
  readonly reports: number;
  /** Milliseconds of execution in the database. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly mostRows: number;
}

/** Live numbers of agencies that have nearly everything, or nearly nothing, below them. */
export async function benchCounts({
  analyticsDatabase,
  client,
  now,
}: NationalHouse): Promise<readonly CountsResult[]> {
  await client.query('set search_path = analytics, public');
  const results: CountsResult[] = [];
  for (const code of ['NASIONAL', 'KEMENSOS', '32', '32.73', '32.73/1.03']) {
    const { statements, manager } = new Recorder(analyticsDatabase.manager);
    const query = (sql: string, values: unknown[]): Promise<unknown> => manager.query(sql, values);
    const database = new Proxy(analyticsDatabase, {
      get: (target, name): unknown => (name === 'query' ? query : Reflect.get(target, name, target)),
    });
    const counts = await readLiveCounts(database, [agencyId(code)], now);
    const [statement] = statements;
    if (!statement) throw new Error('No counts were asked for.');
    const explained = [];
    for (let run = 0; run < RUNS; run += 1) explained.push(await explain(client, statement));
    const times = explained.map(({ executionMs }) => executionMs);
    const view = counts.get(agencyId(code));
    const cells = view && 'cells' in view ? view.cells : [];
    results.push({
      code,
      reports: cells.reduce((sum, { total }) => sum + total, 0),
      p50Ms: median(times),
      p95Ms: quantile(times, 0.95),
      mostRows: Math.max(...explained.map(({ mostRows }) => mostRows)),
    });
  }
  await client.query('set search_path = reports, public');
  return results;
}
