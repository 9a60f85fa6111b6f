import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { loadedDatabase } from './support/agencies-database.js';
import { type AgenciesUnderTest, officerOf, startAgencies } from './support/running-agencies.js';
import { type Statement, statementsDuring } from './support/statements.js';

describe('The graph of agencies', () => {
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

  it('answers 401 and nothing else to whoever brings no signed viewer', async () => {
    const questions = [
      { query: '{ agency(code: "32.73") { name } }' },
      { query: '{ _service { sdl } }' },
      {
        query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
        variables: { r: [{ __typename: 'Officer', id: stableId('officer', 'nasional@demo.test') }] },
      },
    ];
    for (const question of questions) {
      const response = await fetch(`http://127.0.0.1:${String(agencies.port)}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(question),
      });
      expect([response.status, Object.keys((await response.json()) as object)]).toEqual([401, ['errors']]);
    }
  });

  it('shows an agency with its place in the tree', async () => {
    const { data, errors } = await agencies.ask(`{
      agency(code: "32.73/1.03") {
        id code name abbreviation kind tie timeZone isActive validFrom validTo isVerified
        region { code name level timeZone parent { name } }
        parent { code tie } ancestors { code } successor { code }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      agency: {
        id: stableId('agency', '32.73/1.03'),
        code: '32.73/1.03',
        name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung',
        abbreviation: 'DPUPR',
        kind: 'UNIT',
        tie: 'ADMINISTRATIVE',
        timeZone: 'Asia/Jakarta',
        isActive: true,
        validFrom: null,
        validTo: null,
        isVerified: false,
        region: {
          code: '32.73',
          name: 'Kota Bandung',
          level: 'CITY',
          timeZone: 'Asia/Jakarta',
          parent: { name: 'Jawa Barat' },
        },
        parent: { code: '32.73', tie: 'SUPERVISORY' },
        ancestors: [{ code: 'NASIONAL' }, { code: '32' }, { code: '32.73' }],
        successor: null,
      },
    });
  });

  it('finds the same agency by its id, and none by an id or code that does not exist', async () => {
    const { data } = await agencies.ask(
      `query ($id: ID) { found: agency(id: $id) { code validTo isActive successor { code } }
         odd: agency(id: "1 or 1=1") { code } none: agency(code: "32.99") { code }
         unreadable: agency(code: "32\\u0000") { code } }`,
      { id: stableId('agency', 'KEMENKOMINFO') },
    );
    expect(data).toEqual({
      found: { code: 'KEMENKOMINFO', validTo: '2024-10-20', isActive: false, successor: { code: 'KOMDIGI' } },
      odd: null,
      none: null,
      unreadable: null,
    });
  });

  it.each(['{ agency { code } }', '{ agency(code: "32", id: "32") { code } }'])(
    'refuses %s',
    async (query) => {
      const { errors } = await agencies.ask(query);
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('finds agencies by words of name, short name and code, in any order', async () => {
    expect(await codesFound({ query: 'bandung DINKES' })).toEqual(['32.04/1.02', '32.17/1.02', '32.73/1.02']);
    expect(await codesFound({ query: '32.73/1.0', activeOnly: true })).toHaveLength(8);
    expect(await codesFound({ query: '100%' })).toEqual([]);
  });

  it('lists only agencies that exist today unless asked for the others too', async () => {
    expect(await codesFound({ query: 'lingkungan hidup dan kehutanan', kind: 'MINISTRY' })).toEqual([]);
    expect(
      await codesFound({ query: 'lingkungan hidup dan kehutanan', kind: 'MINISTRY', activeOnly: false }),
    ).toEqual(['KLHK']);
  });

  it('narrows by kind, region and parent', async () => {
    expect(await codesFound({ kind: 'PROVINCE' })).toHaveLength(38);
    expect(await codesFound({ regionCode: '31.01' })).toEqual(['KEMENAG/W31.01', '31.01']);
    expect(await codesFound({ parentId: stableId('agency', 'KEMENPANRB') })).toHaveLength(5);
    for (const nothing of [{ parentId: 'nobody' }, { regionCode: '31\0' }])
      expect(await codesFound(nothing)).toEqual([]);
  });

  it('turns pages without losing or repeating an agency', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await agencies.ask(
        `query ($after: ID) { agencies(filter: { regionCode: "32.73" }, first: 10, after: $after) {
           nodes { code } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      const page = data?.agencies as Listed;
      expect(page.edges.at(-1)?.cursor).toBe(page.pageInfo.endCursor);
      seen.push(...page.nodes.map(({ code }) => code));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(36);
    expect(new Set(seen).size).toBe(36);
  });

  it.each([
    'first: 0',
    'first: 101',
    'after: "made-up"',
    'filter: { query: "" }',
    `filter: { query: "${'x'.repeat(101)}" }`,
  ])('refuses agencies(%s)', async (args) => {
    const { errors } = await agencies.ask(`{ agencies(${args}) { nodes { id } } }`);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('lists the provinces, and what lies in a region', async () => {
    const { data } = await agencies.ask(
      '{ all: regions { code } jabar: regions(parentCode: "32") { level } bandung: regions(parentCode: "32.73") { name } none: regions(parentCode: "x") { code } unreadable: regions(parentCode: "32\\u0000") { code } }',
    );
    const sizes = ['all', 'jabar', 'bandung', 'none', 'unreadable'].map(
      (list) => (data?.[list] as object[]).length,
    );
    expect(sizes).toEqual([38, 27, 30, 0, 0]);
  });

  it('resolves references by id and code in the order asked, with null for what does not exist', async () => {
    const { data, errors } = await entities(
      [
        { __typename: 'Agency', id: stableId('agency', '32') },
        { __typename: 'Agency', code: 'KEMENKES' },
        { __typename: 'Agency', id: stableId('agency', 'nothing') },
        { __typename: 'Region', code: '51' },
        { __typename: 'Region', code: '51\0' },
        { __typename: 'Officer', id: stableId('officer', 'nasional@demo.test') },
      ],
      '... on Agency { code } ... on Region { name } ... on Officer { role agency { code } }',
    );
    expect(errors).toEqual([]);
    expect(data?._entities).toEqual([
      { code: '32' },
      { code: 'KEMENKES' },
      null,
      { name: 'Bali' },
      null,
      { role: 'NATIONAL_ADMIN', agency: { code: 'NASIONAL' } },
    ]);
  });

  it('asks the database once per type for any number of references', async () => {
    const regencies = await codesFound({ kind: 'CITY' });
    const representations = regencies.map((code, index) =>
      index % 2 === 0
        ? { __typename: 'Agency', code }
        : { __typename: 'Agency', id: stableId('agency', code) },
    );
    const statements = await statementsDuring(async () => {
      const { data, errors } = await entities(
        representations,
        '... on Agency { name region { name } officers { nodes { name } } }',
        officerOf('NASIONAL', 'NATIONAL_ADMIN'),
      );
      expect(errors).toEqual([]);
      expect(data?._entities).toHaveLength(93);
    });
    // Once for the viewer's own posts, once for whom they see.
    expect(statements.map(tableOf).sort()).toEqual(['agency', 'officer', 'officer', 'region']);
  });

  it('asks the database once per relation for a page of agencies', async () => {
    const statements = await statementsDuring(async () => {
      const { errors } = await agencies.ask(`{
        agencies(filter: { regionCode: "32.73" }, first: 36) { nodes {
          name region { name parent { name } } parent { code } successor { code } ancestors { code }
          children(first: 3) { nodes { code } } } } }`);
      expect(errors).toEqual([]);
    });
    expect(statements).toHaveLength(5);
    expect(statements.map(tableOf).sort()).toEqual(['agency', 'agency', 'agency', 'region', 'region']);
  });

  it('finds words, kinds, regions and codes through an index, never by reading the whole tree', async () => {
    const listings = ['query: "dinkes bandung"', 'kind: PROVINCE', 'regionCode: "32.73"', 'activeOnly: true'];
    const asked = await statementsDuring(async () => {
      for (const filter of listings)
        await agencies.ask(`{ agencies(filter: { ${filter} }) { nodes { code } } }`);
      await agencies.ask('{ agency(code: "32.73") { children { nodes { code } } } }');
    });
    expect(asked).toHaveLength(6);
    for (const [statement, parameters] of asked) {
      const plan = await agencies.database.query<object[]>(`explain ${statement}`, parameters as unknown[]);
      expect(JSON.stringify(plan)).not.toContain('Seq Scan on agency');
    }
  });

  interface Listed {
    readonly nodes: readonly { readonly code: string }[];
    readonly edges: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  async function codesFound(filter: object): Promise<readonly string[]> {
    const { data, errors } = await agencies.ask(
      'query ($filter: AgencyFilter) { agencies(filter: $filter, first: 100) { nodes { code } } }',
      { filter },
    );
    expect(errors).toEqual([]);
    return (data?.agencies as Listed).nodes.map(({ code }) => code);
  }

  function entities(
    representations: readonly object[],
    fields: string,
    viewer = officerOf('NASIONAL', 'NATIONAL_ADMIN'),
  ): ReturnType<AgenciesUnderTest['ask']> {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`;
    return agencies.ask(query, { representations }, viewer);
  }
});

function tableOf([statement]: Statement): string {
  return /\b(?:from|join|lateral \(\s*select \* from) (officer|region)\b/.exec(statement)?.[1] ?? 'agency';
}
