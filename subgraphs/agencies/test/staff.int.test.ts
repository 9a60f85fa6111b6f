import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { agenciesDatabase } from '../src/persistence/database.js';
import { loadedDatabase } from './support/agencies-database.js';
import {
  type AgenciesUnderTest,
  citizen,
  demoOfficer,
  officerOf,
  startAgencies,
} from './support/running-agencies.js';
import { statementsDuring } from './support/statements.js';

/** Ten liaison officers in each of the 36 offices of Bandung, and one of each who has left. */
const STAFF_OF_BANDUNG = /* sql */ `
  insert into officer (id, agency_id, role, name, title, work_email, is_active, version)
  select gen_random_uuid(), agency.id, case when post = 1 then 'AGENCY_ADMIN' else 'LIAISON_OFFICER' end,
         case when post <= 10 then format('Petugas %s', to_char(post, 'FM00')) else 'Mantan Petugas' end, 'Kepala Seksi ' || agency.code, 'petugas@bandung.test',
         post <= 10, 1
    from agency cross join generate_series(1, 11) as post
   where agency.house_path <@ (select house_path from agency where code = '32.73') and agency.code <> '32.73'
`;

describe('The staff of a house', () => {
  let test: TestDatabase;
  let agencies: AgenciesUnderTest;
  let offices: number;
  const coordinator = demoOfficer('koordinator.bandung@demo.test');

  beforeAll(async () => {
    test = await loadedDatabase();
    agencies = await startAgencies(test);
    await agencies.database.query(STAFF_OF_BANDUNG);
    await agencies.database.query('analyze officer');
    const [count] = await agencies.database.query<{ offices: number }[]>(
      `select count(distinct agency_id)::int as offices from officer where name = 'Petugas 01'`,
    );
    offices = count?.offices ?? 0;
  }, 90_000);

  afterAll(async () => {
    await agencies.close();
    await test.drop();
  });

  it('is listed by name over all its offices, page by page, nobody twice and nobody left out', async () => {
    expect(offices).toBeGreaterThan(20);
    const seen: Listed['nodes'][number][] = [];
    let after: string | null = null;
    do {
      const page: Listed = await staff(coordinator, '32.73', { after });
      seen.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(offices * 10 + 2); // and the two of the demonstration
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ name }) => name)).toEqual(seen.map(({ name }) => name).sort());
  });

  it('is narrowed by role and by words of name and title', async () => {
    const admins = await staff(coordinator, '32.73', { filter: { role: 'AGENCY_ADMIN' } });
    expect(new Set(admins.nodes.map(({ role }) => role))).toEqual(new Set(['AGENCY_ADMIN']));
    expect(admins.nodes).toHaveLength(offices);
    const found = await staff(coordinator, '32.73', { filter: { query: '32.73/1.02 petugas 07' } });
    expect(found.nodes.map(({ name, agency }) => [name, agency.code])).toEqual([
      ['Petugas 07', '32.73/1.02'],
    ]);
    expect((await staff(coordinator, '32.73', { filter: { query: '100%' } })).nodes).toEqual([]);
  });

  it('holds those who have left only when they are asked for', async () => {
    const gone = { query: 'mantan' };
    expect((await staff(coordinator, '32.73', { filter: gone })).nodes).toEqual([]);
    const all = await staff(coordinator, '32.73', { filter: { ...gone, activeOnly: false } });
    expect(all.nodes).toHaveLength(offices);
  });

  it.each<[string, Viewer, string, number | 'all']>([
    ['a visitor', publicViewer(), '32.73', 0],
    ['a citizen', citizen, '32.73', 0],
    ['the coordinator of another city', officerOf('32.77', 'COORDINATOR_ADMIN'), '32.73', 0],
    ['the Ombudsman', officerOf('OMBUDSMAN', 'OMBUDSMAN'), 'NASIONAL', 1],
    ['an officer of one office', officerOf('32.73/1.02', 'LIAISON_OFFICER'), '32.73', 10],
    [
      'the admin of one office, asking for the country',
      officerOf('32.73/1.02', 'AGENCY_ADMIN'),
      'NASIONAL',
      10,
    ],
    ['the coordinator of the province', officerOf('32', 'COORDINATOR_ADMIN'), '32.73', 'all'],
    ['the national desk', officerOf('NASIONAL', 'NATIONAL_ADMIN'), '32.73', 'all'],
  ])('as %s may list it', async (_who, viewer, code, size) => {
    const { nodes, pageInfo } = await staff(viewer, code, {});
    if (size === 'all') expect([nodes.length, pageInfo.hasNextPage]).toEqual([100, true]);
    else expect(nodes).toHaveLength(size);
  });

  it('takes one statement for officers, one for their agencies and one for the viewer’s posts, whatever its length', async () => {
    for (const first of [5, 100]) {
      const statements = await statementsDuring(() => staff(coordinator, '32.73', { first }));
      // The agency with the viewer's own, the staff, the agencies of the staff.
      expect(statements).toHaveLength(4);
    }
    const ofMany = await statementsDuring(() =>
      agencies.ask(
        '{ agencies(filter: { regionCode: "32.73" }, first: 36) { nodes { staff(first: 3) { nodes { name } } } } }',
        {},
        coordinator,
      ),
    );
    expect(ofMany).toHaveLength(4);
  });

  it('is found through an index, in a country of sixty thousand officers', async () => {
    const { database } = agencies;
    const options = { url: test.ownerUrl('agencies'), poolSize: 1, statementTimeoutMs: 60_000 };
    const owner = await agenciesDatabase(options).initialize();
    await owner.query(/* sql */ `insert into officer (id, agency_id, role, name, title, is_active, version)
        select gen_random_uuid(), agency.id, 'LIAISON_OFFICER', md5(post::text || agency.code), null, true, 1
          from (select id, code from agency order by code limit 10000) agency cross join generate_series(1, 6) post`);
    await owner.query('analyze officer');
    await owner.destroy();
    const asked = await statementsDuring(async () => {
      await staff(coordinator, '32.73', {});
      await staff(officerOf('NASIONAL', 'NATIONAL_ADMIN'), 'NASIONAL', { first: 20 });
      await staff(officerOf('NASIONAL', 'NATIONAL_ADMIN'), 'NASIONAL', { filter: { query: 'petugas 07' } });
    });
    const lists = asked.filter(([sql]) => sql.includes('officer'));
    // Each with a look at the viewer's own posts.
    expect(lists).toHaveLength(6);
    for (const [sql, parameters] of lists) {
      const plan = JSON.stringify(await database.query(`explain ${sql}`, parameters as unknown[]));
      expect(plan).not.toContain('Seq Scan on officer');
    }
  }, 60_000);

  interface Listed {
    readonly nodes: readonly {
      readonly id: string;
      readonly name: string;
      readonly role: string;
      readonly agency: { readonly code: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  async function staff(viewer: Viewer, code: string, variables: object): Promise<Listed> {
    const { data, errors } = await agencies.ask(
      `query ($code: ID, $filter: StaffFilter, $first: Int = 100, $after: ID) {
         agency(code: $code) { staff(filter: $filter, first: $first, after: $after) {
           nodes { id name role agency { code } } pageInfo { hasNextPage endCursor } } } }`,
      { code, ...variables },
      viewer,
    );
    expect(errors).toEqual([]);
    return (data?.agency as { staff: Listed }).staff;
  }
});
