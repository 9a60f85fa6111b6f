import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stableId } from '@satu-pintu/domain-kit';
import { openDatabase } from '../support/database.js';
import { act, ask, request } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { type Filed, filed, PUBLIC_WORKS, succeeded, VERIFICATION } from '../support/reports.js';
import { stack } from '../support/stack.js';

const database = openDatabase(stack.databaseUrl);
let people: People;
let report: Filed;

const DESK = /* GraphQL */ `
  query {
    oversightReports(first: 10) {
      nodes {
        id
        type
        agency {
          name
        }
        reporter {
          displayName
        }
      }
    }
  }
`;

interface Desk {
  readonly oversightReports: { readonly nodes: readonly { readonly id: string }[] };
}

beforeAll(async () => {
  people = await everybody();
  report = await filed(people.warga);
  const oversight = {
    ...VERIFICATION,
    type: 'COMPLAINT_OVERSIGHT',
    reportId: report.id,
    agencyId: PUBLIC_WORKS,
  };
  succeeded(await act('verifyReport', oversight, people.coordinatorBandung));
});
afterAll(() => database.close());

describe('the desk of the Ombudsman', () => {
  it('shows reports of the oversight class, without their reporters, and writes down each reading', async () => {
    const before = await readings();
    const { oversightReports } = await ask<Desk>(DESK, {}, people.ombudsman);
    expect(oversightReports.nodes).toContainEqual({
      id: report.id,
      type: 'COMPLAINT_OVERSIGHT',
      agency: { name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung' },
      reporter: null,
    });
    const written = (await readings()).slice(before.length);
    const officer = stableId('officer', people.ombudsman.email);
    const read = oversightReports.nodes.map(({ id }) => ({ officer_id: officer, report_id: id }));
    expect(written).toHaveLength(read.length);
    expect(written).toEqual(expect.arrayContaining(read));
  });

  it('writes down a second reading as well', async () => {
    const before = await readings();
    const { oversightReports } = await ask<Desk>(DESK, {}, people.ombudsman);
    expect(await readings()).toHaveLength(before.length + oversightReports.nodes.length);
  });

  it('is closed to everybody else, and nothing is written down', async () => {
    const before = await readings();
    const { ombudsman: _ombudsman, ...others } = people;
    for (const [who, asker] of [...Object.entries(others), ['a visitor', null] as const]) {
      const { data, errors } = await request<Desk>(DESK, {}, asker);
      expect({ who, data, code: errors[0]?.extensions.code }).toEqual({ who, data: null, code: 'FORBIDDEN' });
    }
    expect(await readings()).toEqual(before);
  });
});

function readings(): Promise<readonly object[]> {
  return database.rows('select officer_id, report_id from reports.oversight_reading order by id');
}
