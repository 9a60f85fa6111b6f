import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, ask } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { type Filed, filed, PUBLIC_WORKS, VERIFICATION } from '../support/reports.js';

const VERSION = 'query ($trackingId: ID!) { report(trackingId: $trackingId) { version state } }';

const VERIFY = /* GraphQL */ `
  mutation ($input: VerifyReportInput!) {
    outcome: verifyReport(input: $input) {
      __typename
      ... on VersionConflict {
        code
        message
        version
        state
      }
    }
  }
`;

interface Seen {
  readonly version: string | null;
  readonly state: string;
}

let people: People;
let report: Filed;

beforeAll(async () => {
  people = await everybody();
  report = await filed(people.warga);
});

async function seenBy(asker: People[keyof People]): Promise<Seen> {
  return (await ask<{ report: Seen }>(VERSION, { trackingId: report.trackingId }, asker)).report;
}

describe('two officers who press "verify" in the same second', () => {
  it('have read the same version: one of them verifies, the other is told that somebody was faster', async () => {
    const officers = [people.coordinatorBandung, people.national];
    const [first, second] = await Promise.all(officers.map(seenBy));
    expect(first?.version).toBe(second?.version);
    const input = { ...VERIFICATION, reportId: report.id, agencyId: PUBLIC_WORKS, version: first?.version };
    const outcomes = await Promise.all(
      officers.map(async (officer) => (await ask<{ outcome: object }>(VERIFY, { input }, officer)).outcome),
    );
    expect(outcomes).toContainEqual({ __typename: 'VerifyReportSuccess' });
    expect(outcomes).toContainEqual({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      message: 'Somebody has changed the report since you opened it; reload it, then decide anew.',
      version: (await seenBy(people.national)).version,
      state: 'DISPATCHED',
    });
  });

  it('go on from the version of now, and a version that nobody gave out is refused like an old one', async () => {
    const { version } = await seenBy(people.worksOfficer);
    const wrong = { reportId: report.id, version: 'versi-saya' };
    expect(await act('acceptReport', wrong, people.worksOfficer)).toMatchObject({
      __typename: 'VersionConflict',
    });
    const right = { reportId: report.id, version };
    expect(await act('acceptReport', right, people.worksOfficer)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });

  it('are shown a version that the public is not', async () => {
    expect((await seenBy(people.warga)).version).toEqual(expect.any(String));
    expect(await seenBy(people.warga2)).toEqual({ version: null, state: 'IN_PROGRESS' });
  });
});
