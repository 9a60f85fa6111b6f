import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyTold, anAgency, officerOf, reports, startWorld, type World } from './world.js';

const COUNTS = `query ($agencyId: ID, $filter: CountFilter) {
  reportCounts(agencyId: $agencyId, filter: $filter) {
    isLive asOf total open overdue light
    byState { state count isSuppressed } byType { type count isSuppressed }
  }
}`;

const root = anAgency(null);
const city = anAgency(root);
const office = anAgency(city, 'ADMINISTRATIVE');
const quiet = anAgency(root);

let world: World;

beforeAll(async () => {
  world = await startWorld();
  await world.tell('agencies', ...[root, city, office, quiet].map((agency) => agencyTold(agency)));
  await world.tell(
    'reports',
    ...reports(2, office),
    ...reports(9, office, { state: 'IN_PROGRESS' }),
    ...reports(20, city, { state: 'CLOSED' }),
    ...reports(40, office, { state: 'CLOSED', type: 'ASPIRATION' }),
  );
  await world.settle();
  await world.analytics.followTime();
});

afterAll(() => world.close());

async function read(agencyId: string | null, filter: object | null = null): Promise<Record<string, unknown>> {
  const answer = await world.ask(COUNTS, { agencyId, filter });
  expect(answer.errors).toEqual([]);
  return (answer.data as { reportCounts: Record<string, unknown> }).reportCounts;
}

describe('Published counts', () => {
  it('are exact where they are large and withheld where they are small', async () => {
    const counts = await read(city.id);
    expect(counts).toMatchObject({ isLive: false, total: 71, open: 11, overdue: 0, light: 'YELLOW' });
    expect(counts.byState).toEqual(
      expect.arrayContaining([
        { state: 'DISPATCHED', count: null, isSuppressed: true },
        { state: 'IN_PROGRESS', count: null, isSuppressed: true },
        { state: 'CLOSED', count: 60, isSuppressed: false },
        { state: 'ARCHIVED', count: 0, isSuppressed: false },
      ]),
    );
    expect(counts.byType).toContainEqual({ type: 'ASPIRATION', count: 40, isSuppressed: false });
  });

  it('know the total alone of one type', async () => {
    const counts = await read(null, { type: 'ASPIRATION' });
    expect(counts).toMatchObject({ total: 40, open: null, overdue: null, light: null });
    expect(counts.byState).toContainEqual({ state: 'CLOSED', count: null, isSuppressed: true });
  });

  it('know the total alone below the top agencies', async () => {
    expect(await read(office.id)).toMatchObject({ total: 51, open: null, light: 'YELLOW' });
  });

  it('are zero for an agency without reports', async () => {
    expect(await read(quiet.id)).toMatchObject({ total: 0, open: 0, light: 'GREEN' });
  });

  it('stay as they are for a quarter of an hour, whatever happens', async () => {
    const before = await read(null);
    await world.tell('reports', ...reports(30, office));
    await world.settle();
    world.clock.advanceHours(0.24);
    await world.analytics.followTime();
    expect(await read(null)).toEqual(before);
    world.clock.advanceHours(0.01);
    await world.analytics.followTime();
    expect(await read(null)).toMatchObject({ total: 101, asOf: world.clock.now().toISOString() });
  });

  it('are the same whether or not there are secret or unverified reports, at every level', async () => {
    const publish = async (): Promise<unknown[]> => {
      world.clock.advanceHours(1);
      await world.analytics.followTime();
      const all = [await read(null), await read(city.id), await read(office.id), await read(quiet.id)];
      return all.map(({ asOf: _asOf, ...numbers }) => numbers);
    };
    const without = await publish();
    await world.tell(
      'reports',
      ...reports(30, office, { isSecret: true, firstFollowUpDueAt: '2026-08-03T03:00:00.000Z' }),
      ...reports(30, quiet, { isSecret: true }),
      ...reports(30, city, { state: 'SUBMITTED', type: null, dispatchedAt: null }),
    );
    await world.settle();
    expect(await publish()).toEqual(without);
    const staff = await world.ask(COUNTS, { agencyId: null }, officerOf(root, 'NATIONAL_ADMIN'));
    expect((staff.data as { reportCounts: { total: number } }).reportCounts.total).toBe(191);
  });
});
