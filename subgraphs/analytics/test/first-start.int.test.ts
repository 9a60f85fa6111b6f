import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { READ_LIVE_COUNTS } from '../src/counts/live-counts.query.js';
import {
  agencyTold,
  anAgency,
  officerOf,
  reports,
  startWorld,
  type TestAgency,
  type World,
} from './world.js';

const root = anAgency(null);
const top = Array.from({ length: 600 }, () => anAgency(root));
const below = top.flatMap((agency) => Array.from({ length: 30 }, () => anAgency(agency, 'ADMINISTRATIVE')));
const tree: readonly TestAgency[] = [root, ...top, ...below];

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world.close());

describe('The first start', () => {
  it('takes in the whole tree, over 18,000 agencies, within five seconds', async () => {
    await world.tell('agencies', ...tree.map((agency) => agencyTold(agency)));
    const start = Date.now();
    await world.settle();
    expect(Date.now() - start).toBeLessThan(5_000);
    const { rows } = await world.rows.query<{ known: number }>('select count(*)::int as known from agency');
    expect(rows).toEqual([{ known: tree.length }]);
  }, 30_000);

  it('answers for the country and for a unit in the same few pages of the database', async () => {
    await world.tell('reports', ...below.slice(0, 2_000).flatMap((agency) => reports(1, agency)));
    await world.settle();
    const answer = await world.ask('{ reportCounts { total } }', {}, officerOf(root, 'NATIONAL_ADMIN'));
    expect(answer.data).toEqual({ reportCounts: { total: 2_000 } });

    await world.owner.query(
      'analyze analytics.report_count; analyze analytics.report_fact; analyze analytics.agency',
    );
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const { rows } = await world.rows.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(
        `explain (analyze, format json) ${READ_LIVE_COUNTS}`,
        [[root.id], world.clock.now()],
      );
      times.push(rows[0]?.['QUERY PLAN'][0]['Execution Time'] ?? Infinity);
    }
    expect(Math.min(...times)).toBeLessThan(1);
  }, 30_000);
});
