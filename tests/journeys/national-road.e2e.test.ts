import { beforeAll, describe, expect, it } from '@jest/globals';
import { act, ask } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import { agencyId, BANDUNG, dispatched, type Filed, succeeded } from '../support/reports.js';

const MINISTRY = agencyId('KEMENPU');

const REPORT = /* GraphQL */ `
  query ($trackingId: ID!) {
    report(trackingId: $trackingId) {
      state
      agency {
        code
        name
      }
      viewerActions
      dispositions {
        act
        to {
          code
        }
        suggestedAgency {
          code
        }
      }
    }
  }
`;
const INBOX = /* GraphQL */ `
  query ($id: ID!) {
    agency(id: $id) {
      inbox(first: 100) {
        nodes {
          id
        }
      }
    }
  }
`;

interface Seen {
  readonly state: string;
  readonly agency: { readonly code: string; readonly name: string };
  readonly viewerActions: readonly string[];
  readonly dispositions: readonly object[];
}

let people: People;
let report: Filed;

beforeAll(async () => {
  people = await everybody();
  report = await dispatched(people.warga, people, {
    title: 'Lubang di jalan nasional',
    body: 'Lubang besar di Jalan Soekarno-Hatta, jalan nasional, dekat gerbang tol Buah Batu.',
    place: 'Jalan Soekarno-Hatta',
  });
});

async function seenBy(asker: People[keyof People]): Promise<Seen> {
  const { trackingId } = report;
  const { report: seen } = await ask<{ report: Seen | null }>(REPORT, { trackingId }, asker);
  if (!seen) throw new Error(`${asker.email} does not see the report.`);
  return seen;
}

async function inboxOf(id: string, asker: People[keyof People]): Promise<readonly string[]> {
  const { agency } = await ask<{ agency: { inbox: { nodes: readonly { readonly id: string }[] } } }>(
    INBOX,
    { id },
    asker,
  );
  return agency.inbox.nodes.map((node) => node.id);
}

describe('a pothole on a national road that was sent to the city', () => {
  it('comes back to the city with the ministry as a suggestion, which the city cannot follow', async () => {
    const back = {
      reportId: report.id,
      reason: 'NOT_COMPETENT',
      explanation: 'Ruas ini jalan nasional, kewenangan Kementerian PU.',
      suggestedAgencyId: MINISTRY,
    };
    succeeded(await act('returnReport', back, people.worksOfficer));
    const seen = await seenBy(people.coordinatorBandung);
    expect(seen).toMatchObject({ state: 'RETURNED', agency: { code: '32.73' } });
    expect(seen.dispositions.at(-1)).toMatchObject({ act: 'RETURN', suggestedAgency: { code: 'KEMENPU' } });
    expect(await inboxOf(BANDUNG, people.coordinatorBandung)).toContain(report.id);
    const onward = { reportId: report.id, agencyId: MINISTRY };
    expect(await act('dispatchReport', onward, people.coordinatorBandung)).toMatchObject({
      code: 'AGENCY_OUT_OF_REACH',
    });
  });

  it('is passed up by the city and by the province, to the national desk', async () => {
    const up = { reportId: report.id, explanation: 'Bukan kewenangan daerah: jalan nasional.' };
    for (const [passer, code] of [
      [people.coordinatorBandung, '32'],
      [people.coordinatorJabar, 'NASIONAL'],
    ] as const) {
      expect((await seenBy(passer)).viewerActions).toContain('PASS_UP');
      succeeded(await act('passUpReport', up, passer));
      expect(await seenBy(people.national)).toMatchObject({ state: 'RETURNED', agency: { code } });
    }
  });

  it('is sent to the ministry of public works by the national desk', async () => {
    expect((await seenBy(people.national)).viewerActions).toContain('DISPATCH');
    const onward = { reportId: report.id, agencyId: MINISTRY, note: 'Mohon ditangani balai terkait.' };
    expect(succeeded(await act('dispatchReport', onward, people.national))).toBe('DISPATCHED');
    expect(await inboxOf(MINISTRY, people.national)).toContain(report.id);
    expect(await inboxOf(BANDUNG, people.coordinatorBandung)).not.toContain(report.id);
  });

  it('shows its reporter the whole way, and who has it now', async () => {
    const seen = await seenBy(people.warga);
    expect(seen).toMatchObject({
      state: 'DISPATCHED',
      agency: { code: 'KEMENPU', name: 'Kementerian Pekerjaan Umum' },
    });
    expect(seen.dispositions).toMatchObject([
      { act: 'SUBMIT', to: { code: '32.73' } },
      { act: 'VERIFY', to: { code: '32.73/1.03' } },
      { act: 'RETURN', to: { code: '32.73' } },
      { act: 'PASS_UP', to: { code: '32' } },
      { act: 'PASS_UP', to: { code: 'NASIONAL' } },
      { act: 'REDISPATCH', to: { code: 'KEMENPU' } },
    ]);
  });
});
