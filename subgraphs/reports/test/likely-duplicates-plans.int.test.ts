import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { fillReports } from './support/fill-reports.js';
import { coordinatorBandung, national, stranger } from './support/people.js';
import { makeCases } from './support/report-pairs.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;
let sent: jest.SpiedFunction<EntityManager['query']>;

const FIRST_DAY = Date.parse('2026-05-01T02:00:00Z');

beforeAll(async () => {
  service = await startReports();
  const made = makeCases(1_000, 1).flatMap((each) => Object.values(each) as (typeof each.report)[]);
  await fillReports(
    service.database,
    // Years of reports, of which few are of the last days.
    made.map((report, index) => ({ ...report, at: new Date(FIRST_DAY - (index % 2_000) * 86_400_000) })),
  );
  sent = jest.spyOn(Object.getPrototypeOf(service.database.manager) as EntityManager, 'query');
}, 120_000);
afterAll(() => service.close());

const DRAFT = { title: 'Lampu jalan', body: 'Lampu mati di jalan Braga dekat gereja', categoryId: '08.010' };

/** How the database looks for what is near, and how many statements the whole took. */
async function planFor(
  draft: object,
  viewer: Viewer,
  agencyId?: string,
): Promise<{ readonly plan: string; readonly count: number }> {
  sent.mockClear();
  const query = `query ($draft: ReportDraft!, $agencyId: ID) {
    likelyDuplicates(draft: $draft, agencyId: $agencyId) { report { id title } likeness } }`;
  const { errors } = await service.ask(query, { draft, agencyId }, viewer);
  expect(errors).toEqual([]);
  const asked = sent.mock.calls.filter(([sql]) => !/consumer_cursor|inbox/.test(sql));
  const near = asked.filter(([sql]) => sql.includes('near as materialized'));
  expect(near).toHaveLength(1);
  const [sql, parameters] = near[0] ?? ['', []];
  const plan = JSON.stringify(await service.database.query(`explain ${sql}`, parameters as unknown[]));
  return { plan, count: asked.length };
}

describe('the search for duplicates among the reports of years', () => {
  it.each<[string, Viewer]>([
    ['the public', stranger],
    ['a coordinator', coordinatorBandung],
    ['the national desk', national],
  ])('walks along the indexes of place and topic for %s', async (_who, viewer) => {
    const { plan } = await planFor({ ...DRAFT, regionCode: '32.73.02' }, viewer);
    expect(plan).toContain('report_by_regency_and_topic');
    expect(plan).not.toMatch(/Seq Scan on report(_words)?\b/);
  });

  it('walks along that of the place where no topic is known, and of the topic where no place is', async () => {
    const byPlace = await planFor({ ...DRAFT, categoryId: null, regionCode: '32.73' }, stranger);
    expect(byPlace.plan).toContain('report_by_regency');
    const byTopic = await planFor(DRAFT, stranger);
    expect(byTopic.plan).toContain('report_by_topic');
    for (const { plan } of [byPlace, byTopic]) expect(plan).not.toMatch(/Seq Scan on report(_words)?\b/);
  });

  it('walks along that of the holder where an agency is named', async () => {
    const { plan } = await planFor({ ...DRAFT, regionCode: '32.73.02' }, stranger, agencyId('32.73/1.03'));
    expect(plan).toContain('report_by_holder');
    expect(plan).not.toMatch(/Seq Scan on report(_words)?\b/);
  });

  it('costs one statement, and one for the places of those who hold what is found', async () => {
    expect((await planFor({ ...DRAFT, regionCode: '32.73.02' }, stranger)).count).toBe(2);
  });
});
