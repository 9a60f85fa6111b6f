import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { loadedDatabase } from './support/agencies-database.js';
import { type AgenciesUnderTest, startAgencies } from './support/running-agencies.js';
import { statementsDuring } from './support/statements.js';

describe('The tree of another day', () => {
  let test: TestDatabase;
  let agencies: AgenciesUnderTest;

  beforeAll(async () => {
    test = await loadedDatabase();
    agencies = await startAgencies(test);
  }, 90_000);

  afterAll(async () => {
    await agencies.close();
    await test.drop();
  });

  it.each([
    ['2019-01-31', 34, 98],
    ['2022-07-24', 34, 98],
    ['2022-07-25', 37, 98],
    ['2022-12-08', 38, 98],
    ['2026-08-18', 38, 98],
  ])('has on %s as many provinces and cities as there were', async (at, provinces, cities) => {
    expect(await count({ at, kind: 'PROVINCE' })).toBe(provinces);
    expect((await count({ at, kind: 'CITY' })) + (await count({ at, kind: 'ADMINISTRATIVE_CITY' }))).toBe(
      cities,
    );
  });

  it('has the ministries of the cabinet of the day', async () => {
    expect(await count({ at: '2021-08-17', kind: 'MINISTRY' })).toBe(34);
    const today = await count({ at: '2026-08-18', kind: 'MINISTRY' });
    expect(today).toBe(await count({ kind: 'MINISTRY' }));
    expect(today).toBeGreaterThan(40);
  });

  it('shows a regency of Papua where it lay, under the code that it had, with its offices', async () => {
    const { data, errors } = await agencies.ask(`{
      then: agency(code: "91.01", at: "2019-06-30") {
        code name parent { code } ancestors { code } children(first: 1) { nodes { code parent { code } } }
      }
      between: agency(code: "93.01", at: "2022-07-25") { code parent { code } }
      now: agency(code: "93.01") { code parent { code } ancestors { code } }
      unborn: agency(code: "93", at: "2019-06-30") { isActive }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      then: {
        code: '91.01',
        name: 'Pemerintah Kabupaten Merauke',
        parent: { code: '91' },
        ancestors: [{ code: 'NASIONAL' }, { code: '91' }],
        children: { nodes: [{ code: expect.stringMatching(/^91\.01\//), parent: { code: '91.01' } }] },
      },
      between: { code: '93.01', parent: { code: '93' } },
      now: { code: '93.01', parent: { code: '93' }, ancestors: [{ code: 'NASIONAL' }, { code: '93' }] },
      unborn: { isActive: false },
    });
  });

  it('is read in one statement per level, however long the list', async () => {
    const statements = await statementsDuring(() =>
      agencies.ask(
        '{ agencies(first: 50, filter: { kind: PROVINCE, at: "2019-06-30" }) { nodes { code children(first: 5) { nodes { code } } } } }',
      ),
    );
    expect(statements).toHaveLength(2);
  });

  async function count(filter: object): Promise<number> {
    const query = `query ($filter: AgencyFilter, $after: ID) {
      agencies(first: 100, filter: $filter, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }`;
    let found = 0;
    for (let after: string | null = null, more = true; more;) {
      const { data, errors } = await agencies.ask(query, { filter, after });
      expect(errors).toEqual([]);
      const page = data?.agencies as {
        nodes: unknown[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      found += page.nodes.length;
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    return found;
  }
});
