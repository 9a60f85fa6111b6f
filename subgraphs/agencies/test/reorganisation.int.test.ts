import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { loadHierarchy } from '../src/hierarchy/load-hierarchy.command.js';
import { readFacts } from '../src/hierarchy/read-facts.js';
import { MovableClock } from '@satu-pintu/test-kit';
import { loadedDatabase, TODAY } from './support/agencies-database.js';
import { type AgenciesUnderTest, citizen, demoOfficer, startAgencies } from './support/running-agencies.js';

const PROBLEM = '... on Problem { code message }';

describe('Whoever runs a house', () => {
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

  it('registers a unit in it, which everybody then finds in its place', async () => {
    const registered = await register({
      parentId: id('32.73/1.03'),
      code: '32.73/1.03.01',
      name: 'Bidang Jalan',
    });
    expect(registered).toEqual({
      __typename: 'RegisterAgencySuccess',
      agency: { code: '32.73/1.03.01', isActive: true, validFrom: '2026-08-18', timeZone: 'Asia/Jakarta' },
    });
    const found = await agencies.ask(
      '{ agency(code: "32.73/1.03.01") { tie kind parent { code } ancestors { code } region { code } viewerActions } }',
    );
    expect(found.data).toEqual({
      agency: {
        tie: 'ADMINISTRATIVE',
        kind: 'UNIT',
        parent: { code: '32.73/1.03' },
        ancestors: ['NASIONAL', '32', '32.73', '32.73/1.03'].map((code) => ({ code })),
        region: { code: '32.73' },
        viewerActions: [],
      },
    });
  });

  it('tells of each change, in the same transaction', async () => {
    const rows = await agencies.database.query<object[]>(
      `select type, version, payload->>'isActive' as "isActive" from outbox where aggregate_id = $1 order by version`,
      [id('32.73/1.03.01')],
    );
    expect(rows).toEqual([{ type: 'agency.registered', version: 1, isActive: 'true' }]);
  });

  it('does not register the same code twice, nor one that nobody can type', async () => {
    const again = { parentId: id('32.73'), name: 'Bidang Lain' };
    expect(await register({ ...again, code: '32.73/1.03.01' })).toMatchObject({ code: 'AGENCY_CODE_TAKEN' });
    for (const code of ['', 'bidang jalan', '32.73/', '/1', "x'; drop table agency", 'A'.repeat(61), 'A\0'])
      expect(await register({ ...again, code })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await register({ ...again, code: 'LAIN', name: 'x' })).toMatchObject({ code: 'INVALID_INPUT' });
    for (const regionCode of ['99', '32\0'])
      expect(await register({ ...again, code: 'LAIN', regionCode })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await register({ ...again, code: 'LAIN', parentId: 'nowhere' })).toMatchObject({
      code: 'AGENCY_NOT_FOUND',
    });
  });

  it('carries a request out once, however often it comes', async () => {
    const idempotencyKey = randomUUID();
    const input = { parentId: id('32.73'), code: '32.73/ONCE', name: 'Unit sekali saja', idempotencyKey };
    const [first, second] = [await register(input), await register(input)];
    expect(second).toEqual(first);
    expect(await register({ ...input, name: 'Unit lain' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it.each([
    ['the neighbour city', '32.77', 'koordinator.bandung@demo.test'],
    ['the province above', '32', 'koordinator.bandung@demo.test'],
    ['a ministry', 'KEMENKES', 'koordinator.bandung@demo.test'],
    ['a city that the province only monitors', '32.73', 'koordinator.jabar@demo.test'],
    ['the own office, as liaison officer', '32.73/1.03', 'petugas.dpupr.bandung@demo.test'],
    ['the own agency, as Ombudsman', 'OMBUDSMAN', 'ombudsman@demo.test'],
  ])('registers nothing in %s', async (_where, parent, email) => {
    const input = { parentId: id(parent), code: 'FOREIGN', name: 'Unit asing' };
    expect(await register(input, demoOfficer(email))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('registers only units, and only as units: a new house is for the national desk', async () => {
    const input = { parentId: id('32.73'), code: 'HOUSE', name: 'Rumah baru' };
    expect(await register({ ...input, tie: 'SUPERVISORY' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await register({ ...input, kind: 'CITY' })).toMatchObject({ code: 'NOT_ALLOWED' });
    const national = demoOfficer('nasional@demo.test');
    expect(await register({ ...input, kind: 'NATIONAL_DESK' }, national)).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      await register({ ...input, parentId: id('32'), kind: 'CITY', tie: 'SUPERVISORY' }, national),
    ).toMatchObject({ __typename: 'RegisterAgencySuccess' });
  });

  it('is nobody without a post, or with one that was taken away a moment ago', async () => {
    const input = { parentId: id('32.73'), code: 'NOBODY', name: 'Bukan siapa-siapa' };
    expect(await register(input, citizen)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await register(input, publicViewer())).toMatchObject({ code: 'NOT_ALLOWED' });
    const officer = stableId('officer', 'koordinator.kemenkes@demo.test');
    await agencies.database.query('update officer set is_active = false where id = $1', [officer]);
    const kemenkes = { ...input, parentId: id('KEMENKES') };
    expect(await register(kemenkes, demoOfficer('koordinator.kemenkes@demo.test'))).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await agencies.database.query('update officer set is_active = true where id = $1', [officer]);
  });

  it('calls an agency otherwise from today, and the tree of yesterday keeps the old name', async () => {
    const named = await ask('updateAgency', 'UpdateAgencyInput', {
      agencyId: id('32.73/1.02'),
      name: 'Dinas Kesehatan dan Keluarga Berencana Kota Bandung',
      abbreviation: null,
    });
    expect(named).toMatchObject({ __typename: 'UpdateAgencySuccess' });
    const { data } = await agencies.ask(`{
      today: agency(code: "32.73/1.02") { name abbreviation }
      then: agency(code: "32.73/1.02", at: "2026-08-17") { name abbreviation }
    }`);
    expect(data).toEqual({
      today: { name: 'Dinas Kesehatan dan Keluarga Berencana Kota Bandung', abbreviation: null },
      then: { name: 'Dinas Kesehatan Kota Bandung', abbreviation: 'Dinkes' },
    });
  });

  it('moves a unit with all below it', async () => {
    await register({ parentId: id('32.73/1.03.01'), code: '32.73/1.03.01.1', name: 'Seksi Lubang Jalan' });
    const moved = await ask('moveAgency', 'MoveAgencyInput', {
      agencyId: id('32.73/1.03.01'),
      parentId: id('32.73/1.04'),
    });
    expect(moved).toMatchObject({ __typename: 'MoveAgencySuccess' });
    const { data } = await agencies.ask(`{
      top: agency(code: "32.73/1.03.01") { parent { code } }
      below: agency(code: "32.73/1.03.01.1") { ancestors { code } }
    }`);
    expect(data).toEqual({
      top: { parent: { code: '32.73/1.04' } },
      below: {
        ancestors: ['NASIONAL', '32', '32.73', '32.73/1.04', '32.73/1.03.01'].map((code) => ({ code })),
      },
    });
  });

  it('moves nothing below itself, out of the house, or away from under its own feet', async () => {
    const move = (agency: string, parent: string, email?: string): Promise<unknown> =>
      ask(
        'moveAgency',
        'MoveAgencyInput',
        { agencyId: id(agency), parentId: id(parent) },
        email === undefined ? undefined : demoOfficer(email),
      );
    expect(await move('32.73/1.04', '32.73/1.03.01.1')).toMatchObject({ code: 'WOULD_FORM_CIRCLE' });
    expect(await move('32.73/1.04', '32.73/1.04')).toMatchObject({ code: 'WOULD_FORM_CIRCLE' });
    expect(await move('32.73/1.04', '32.77')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await move('32.73', '31')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await move('32.77/1.04', '32.73')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await move('NASIONAL', '32', 'nasional@demo.test')).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('ends a unit only when it is empty, and names who takes over', async () => {
    const dissolve = (agency: string, successor: string): Promise<unknown> =>
      ask('dissolveAgency', 'DissolveAgencyInput', { agencyId: id(agency), successorId: id(successor) });
    expect(await dissolve('32.73/1.03.01', '32.73/1.03')).toMatchObject({ code: 'AGENCY_HAS_UNITS' });
    expect(await dissolve('32.73/1.03.01', '32.73/1.03.01.1')).toMatchObject({ code: 'SUCCESSOR_UNFIT' });
    expect(await dissolve('32.73/1.03.01.1', '32.77')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await dissolve('32.73/1.03.01.1', '32.73/1.03.01')).toMatchObject({
      __typename: 'DissolveAgencySuccess',
    });
    const { data } = await agencies.ask(
      '{ agency(code: "32.73/1.03.01.1") { isActive validTo successor { code } viewerActions } }',
    );
    expect(data).toEqual({
      agency: {
        isActive: false,
        validTo: '2026-08-18',
        successor: { code: '32.73/1.03.01' },
        viewerActions: [],
      },
    });
  });

  it('makes an office part of another one, with its units and its officers', async () => {
    const merged = await ask('mergeAgencies', 'MergeAgenciesInput', {
      agencyId: id('32.73/1.03'),
      successorId: id('32.73/1.04'),
    });
    expect(merged).toMatchObject({ __typename: 'MergeAgenciesSuccess', agency: { isActive: false } });
    const officer = stableId('officer', 'petugas.dpupr.bandung@demo.test');
    const [told] = await agencies.database.query<object[]>(
      `select type, payload->>'agencyId' as "agencyId" from outbox where aggregate_id = $1 order by version desc limit 1`,
      [officer],
    );
    expect(told).toEqual({ type: 'officer.changed', agencyId: id('32.73/1.04') });
  });

  it('is not undone by the next load of the facts', async () => {
    const before = await treeOfBandung();
    const load = await loadHierarchy(agencies.database, await readFacts(), new MovableClock(TODAY));
    expect([load.agencies.registered, load.agencies.changed]).toEqual([0, 0]);
    expect(await treeOfBandung()).toEqual(before);
  }, 60_000);

  function treeOfBandung(): Promise<unknown> {
    return agencies.database.query(
      `select code, name, path::text, is_active, version from agency where code like '32.73%' order by code`,
    );
  }

  function register(input: object, viewer?: Viewer): Promise<unknown> {
    return ask('registerAgency', 'RegisterAgencyInput', input, viewer);
  }

  async function ask(
    mutation: string,
    type: string,
    input: object,
    viewer: Viewer = demoOfficer('koordinator.bandung@demo.test'),
  ): Promise<unknown> {
    const success = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Success`;
    const { data, errors } = await agencies.ask(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) {
         __typename ... on ${success} { agency { code isActive validFrom timeZone } } ${PROBLEM} } }`,
      { input },
      viewer,
    );
    expect(errors).toEqual([]);
    return data?.[mutation];
  }
});

function id(code: string): string {
  return stableId('agency', code);
}
