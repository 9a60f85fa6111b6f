import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import type { TestDatabase } from '@satu-pintu/test-kit';
import { loadedDatabase } from './support/agencies-database.js';
import {
  type AgenciesUnderTest,
  citizen,
  demoOfficer,
  officerOf,
  startAgencies,
} from './support/running-agencies.js';

const EMAIL = 'petugas.dpupr.bandung@demo.test';
const NAME = 'Demo Petugas DPUPR Bandung';

const HIDDEN = { listed: false, name: null, workEmail: null };
const COLLEAGUE = { listed: false, name: NAME, workEmail: null };
const SAME_HOUSE = { listed: false, name: NAME, workEmail: EMAIL };
const OPEN = { listed: true, name: NAME, workEmail: EMAIL };

describe('The liaison officer of an office of Bandung', () => {
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

  it.each<[string, Viewer, typeof OPEN | typeof HIDDEN | typeof COLLEAGUE]>([
    ['a visitor', publicViewer(), HIDDEN],
    ['a citizen', citizen, HIDDEN],
    ['the same office', officerOf('32.73/1.03', 'LIAISON_OFFICER'), OPEN],
    ['another office of the city', officerOf('32.73/1.02', 'AGENCY_ADMIN'), SAME_HOUSE],
    ['the coordinator of the city', officerOf('32.73', 'COORDINATOR_ADMIN'), OPEN],
    ['the coordinator of the province', officerOf('32', 'COORDINATOR_ADMIN'), OPEN],
    ['the coordinator of another city', officerOf('32.71', 'COORDINATOR_ADMIN'), COLLEAGUE],
    ['the coordinator of another province', officerOf('33', 'COORDINATOR_ADMIN'), COLLEAGUE],
    ['a ministry', officerOf('KEMENKES', 'COORDINATOR_ADMIN'), COLLEAGUE],
    ['the Ombudsman', officerOf('OMBUDSMAN', 'OMBUDSMAN'), COLLEAGUE],
    ['the presidential staff', officerOf('KSP', 'KSP_VIEWER'), COLLEAGUE],
    ['the national admin', officerOf('NASIONAL', 'NATIONAL_ADMIN'), OPEN],
    ['an officer of an agency that does not exist', officerOf('nowhere', 'AGENCY_ADMIN'), HIDDEN],
  ])('as seen by %s', async (_who, viewer, seen) => {
    const { data, errors } = await agencies.ask(
      `query ($representations: [_Any!]!) {
         agency(code: "32.73/1.03") { officers { nodes { name title workEmail workPhone } pageInfo { hasNextPage } } }
         _entities(representations: $representations) { ... on Officer { name title role workEmail workPhone } } }`,
      { representations: [{ __typename: 'Officer', id: stableId('officer', EMAIL) }] },
      viewer,
    );
    expect(errors).toEqual([]);
    const title = seen.name && 'Pejabat Penghubung (akun demo)';
    const officer = { name: seen.name, title, workEmail: seen.workEmail, workPhone: null };
    expect(data).toEqual({
      agency: { officers: { nodes: seen.listed ? [officer] : [], pageInfo: { hasNextPage: false } } },
      _entities: [{ ...officer, role: 'LIAISON_OFFICER' }],
    });
  });

  it.each([
    ['has ended', 'is_active = false'],
    ['is another one now', `role = 'ANALYST'`],
    ['is at another agency now', `agency_id = (select id from agency where code = 'KEMENKES')`],
  ])('is not shown to whoever had a post that %s, whatever their token says', async (_what, change) => {
    const viewer = demoOfficer('koordinator.bandung@demo.test');
    const [post] = viewer.appointments;
    const seen = async () => {
      const { data } = await agencies.ask(
        '{ agency(code: "32.73/1.03") { viewerActions officers { nodes { name } } } }',
        {},
        viewer,
      );
      return data?.agency as { viewerActions: string[]; officers: { nodes: object[] } };
    };
    expect((await seen()).officers.nodes).not.toEqual([]);
    await agencies.database.query(`update officer set ${change} where id = $1`, [post?.officerId]);
    expect(await seen()).toEqual({ viewerActions: [], officers: { nodes: [] } });
    await agencies.database.query(
      `update officer set is_active = true, role = $2, agency_id = $3 where id = $1`,
      [post?.officerId, post?.role, post?.agencyId],
    );
  });
});
