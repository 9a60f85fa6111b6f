import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OfficerRole, type Viewer, publicViewer } from '@satu-pintu/domain-kit';
import { READ_LIVE_COUNTS } from '../src/counts/live-counts.query.js';
import {
  agencyTold,
  anAgency,
  aReport,
  officerOf,
  reports,
  reportTold,
  startWorld,
  type World,
} from './world.js';

const COUNTS = `query ($agencyId: ID, $filter: CountFilter) {
  reportCounts(agencyId: $agencyId, filter: $filter) {
    agency { id } isLive asOf total open overdue light
    byState { state count isSuppressed } byType { type count }
  }
}`;

const root = anAgency(null);
const province = anAgency(root);
const city = anAgency(province);
const office = anAgency(city, 'ADMINISTRATIVE');
const neighbour = anAgency(province);
const coordinator = officerOf(city, 'COORDINATOR_ADMIN');
const national = officerOf(root, 'NATIONAL_ADMIN');

interface Counts {
  readonly agency: { readonly id: string };
  readonly isLive: boolean;
  readonly asOf: string;
  readonly total: number | null;
  readonly open: number | null;
  readonly overdue: number | null;
  readonly light: string | null;
  readonly byState: readonly { readonly state: string; readonly count: number | null }[];
  readonly byType: readonly { readonly type: string | null; readonly count: number | null }[];
}

let world: World;

beforeAll(async () => {
  world = await startWorld();
  await world.tell(
    'reports',
    ...reports(3, office),
    ...reports(2, office, { isSecret: true, type: 'ASPIRATION' }),
  );
  await world.tell(
    'agencies',
    ...[root, province, city, office, neighbour].map((agency) => agencyTold(agency)),
  );
  await world.tell(
    'reports',
    ...reports(1, city, { state: 'CLOSED', closedAt: '2026-08-03T01:00:00.000Z' }),
    ...reports(4, neighbour, { state: 'SUBMITTED', type: null, dispatchedAt: null }),
    reportTold(aReport(office, { firstFollowUpDueAt: '2026-08-04T16:59:59.000Z' })),
  );
  await world.settle();
});

afterAll(() => world.close());

async function countsOf(
  agencyId: string | null,
  viewer: Viewer,
  filter: object | null = null,
): Promise<Counts | null> {
  const answer = await world.ask(COUNTS, { agencyId, filter }, viewer);
  expect(answer.errors).toEqual([]);
  return (answer.data as { reportCounts: Counts | null }).reportCounts;
}

describe('Live counts', () => {
  it('hold the agency and all below it, secret reports included, although the tree came after the reports', async () => {
    const counts = await countsOf(city.id, coordinator);
    expect(counts).toMatchObject({
      agency: { id: city.id },
      isLive: true,
      total: 7,
      open: 6,
      overdue: 0,
      light: 'YELLOW',
    });
    expect(counts?.byState.filter((state) => state.count !== 0)).toEqual([
      { state: 'DISPATCHED', count: 6, isSuppressed: false },
      { state: 'CLOSED', count: 1, isSuppressed: false },
    ]);
    expect(counts?.byState).toHaveLength(10);
    expect(counts?.byType.filter((type) => type.count !== 0)).toEqual([
      { type: 'COMPLAINT_GENERAL', count: 5 },
      { type: 'ASPIRATION', count: 2 },
    ]);
  });

  it('are found by the id in capitals, for an officer and for everybody', async () => {
    for (const viewer of [coordinator, publicViewer()]) {
      const counts = await countsOf(city.id.toUpperCase(), viewer);
      expect(counts?.agency).toEqual({ id: city.id });
      expect(counts).toEqual(await countsOf(city.id, viewer));
    }
  });

  it('are those of the whole country when no agency is named', async () => {
    const counts = await countsOf(null, national);
    expect(counts).toMatchObject({ agency: { id: root.id }, isLive: true, total: 11, open: 10 });
    expect(counts?.byType).toContainEqual({ type: null, count: 4 });
  });

  it('can be asked for one type', async () => {
    const counts = await countsOf(city.id, coordinator, { type: 'ASPIRATION' });
    expect(counts).toMatchObject({ total: 2, open: 2, byType: [{ type: 'ASPIRATION', count: 2 }] });
  });

  it.each<{ role: OfficerRole; of: string; asked: string; isLive: boolean }>([
    { role: 'COORDINATOR_ADMIN', of: 'city', asked: 'city', isLive: true },
    { role: 'LIAISON_OFFICER', of: 'city', asked: 'office', isLive: true },
    { role: 'COORDINATOR_ADMIN', of: 'city', asked: 'province', isLive: false },
    { role: 'COORDINATOR_ADMIN', of: 'city', asked: 'neighbour', isLive: false },
    { role: 'COORDINATOR_ADMIN', of: 'province', asked: 'office', isLive: true },
    { role: 'INTEGRATOR', of: 'city', asked: 'city', isLive: false },
    { role: 'OMBUDSMAN', of: 'neighbour', asked: 'office', isLive: true },
    { role: 'KSP_VIEWER', of: 'neighbour', asked: 'root', isLive: true },
    { role: 'NATIONAL_ADMIN', of: 'root', asked: 'office', isLive: true },
  ])('$role of $of sees $asked live: $isLive', async ({ role, of, asked, isLive }) => {
    const agencies = { root, province, city, office, neighbour } as const;
    const pick = (name: string): { readonly id: string } => agencies[name as keyof typeof agencies];
    expect((await countsOf(pick(asked).id, officerOf(pick(of), role)))?.isLive).toBe(isLive);
  });

  it('are null for an agency that does not exist, and for an id that cannot', async () => {
    expect(await countsOf('00000000-0000-4000-8000-000000000000', national)).toBeNull();
    expect(await countsOf('32.73', publicViewer())).toBeNull();
  });

  it('turn red by the passing of time alone, at the instant the due date has passed', async () => {
    world.clock.set('2026-08-04T16:59:59.000Z');
    expect(await countsOf(office.id, coordinator)).toMatchObject({ overdue: 0, light: 'YELLOW' });
    world.clock.set('2026-08-04T16:59:59.001Z');
    expect(await countsOf(office.id, coordinator)).toMatchObject({ overdue: 1, light: 'RED' });
    await world.analytics.followTime();
    expect(await countsOf(office.id, coordinator)).toMatchObject({ overdue: 1, light: 'RED' });
    expect(await countsOf(neighbour.id, national)).toMatchObject({ overdue: 0 });
  });

  it('follow a report to its new holder and an agency to its new place', async () => {
    const moving = aReport(city);
    await world.tell('reports', reportTold(moving));
    await world.settle();
    const before = await countsOf(province.id, national);
    await world.tell('reports', reportTold({ ...moving, holderAgencyId: root.id }, 2), reportTold(moving));
    await world.settle();
    expect((await countsOf(province.id, national))?.total).toBe((before?.total ?? 0) - 1);

    await world.tell('agencies', agencyTold(anAgency(root, 'SUPERVISORY', neighbour.id), 2));
    await world.settle();
    expect((await countsOf(province.id, national))?.total).toBe((before?.total ?? 0) - 5);
    expect((await countsOf(root.id, national))?.total).toBe(12);
  });
});

describe('Counts of a page of agencies', () => {
  const ENTITIES = `query ($refs: [_Any!]!) {
    _entities(representations: $refs) { ... on Agency { id counts { isLive total } } }
  }`;
  const page = { refs: [root, province, city, office].map(({ id }) => ({ __typename: 'Agency', id })) };

  it.each([
    { who: 'a visitor', viewer: publicViewer(), statements: 1 },
    { who: 'the national admin', viewer: national, statements: 1 },
    {
      who: 'a coordinator, whose reach is looked up',
      viewer: officerOf(province, 'COORDINATOR_ADMIN'),
      statements: 3,
    },
  ])('cost $statements statements for $who, however many agencies', async ({ viewer, statements }) => {
    const read = await world.statementsDuring(async () => {
      const answer = await world.ask(ENTITIES, page, viewer);
      expect(answer.errors).toEqual([]);
      expect((answer.data as { _entities: unknown[] })._entities).toHaveLength(4);
    });
    expect(read).toHaveLength(statements);
  });

  it('are unknown rather than wrong for an agency whose event has yet to come', async () => {
    const refs = [{ __typename: 'Agency', id: '00000000-0000-4000-8000-000000000000' }];
    const answer = await world.ask(ENTITIES, { refs }, national);
    expect(answer.data).toEqual({ _entities: [{ id: refs[0]?.id, counts: { isLive: false, total: null } }] });
  });
});

describe('The live statement', () => {
  it('reads the few cells of an agency by key and recent lateness by its index, in under 1 ms', async () => {
    await world.rows.query(
      `insert into report_count (agency_id, is_public, state, type, own, own_overdue, total, overdue)
       select md5(agency::text)::uuid, true, 'S' || state, '', 1, 0, 1, 0
         from generate_series(1, 3000) as agency, generate_series(1, 10) as state`,
    );
    await world.rows.query(
      `insert into report_fact
       select md5('r' || n)::uuid, 1, '1', 'DISPATCHED', 'COMPLAINT', null, null, null, $1, 'WEB', false, false,
              now(), now(), null, null, null, null, null, null, 1, 0, true, timestamptz '2030-01-01' + n * interval '1 min'
         from generate_series(1, 30000) as n`,
      [office.id],
    );
    await world.owner.query(
      'analyze analytics.report_count; analyze analytics.report_fact; analyze analytics.agency',
    );
    const explain = `explain (analyze, format json) ${READ_LIVE_COUNTS}`;
    const times: number[] = [];
    let plan = '';
    for (let run = 0; run < 5; run += 1) {
      const { rows } = await world.rows.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(explain, [
        [root.id],
        world.clock.now(),
      ]);
      plan = JSON.stringify(rows);
      times.push(rows[0]?.['QUERY PLAN'][0]['Execution Time'] ?? Infinity);
    }
    expect(plan).toContain('report_count_pk');
    expect(plan).toContain('report_fact_by_late_at');
    expect(plan).not.toMatch(/"Node Type":"Seq Scan"[^}]*"Relation Name":"report_(count|fact)"/);
    expect(Math.min(...times)).toBeLessThan(1);
  });
});

describe('The door of the subgraph', () => {
  it('answers 401 to whoever is not the gateway', async () => {
    const response = await fetch(`http://127.0.0.1:${String(world.analytics.port)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
    });
    expect(response.status).toBe(401);
  });

  it('says when it is ready', async () => {
    const response = await fetch(`http://127.0.0.1:${String(world.analytics.port)}/health/ready`);
    expect(response.status).toBe(200);
  });
});
