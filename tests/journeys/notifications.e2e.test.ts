import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { act, ask, type Asker, request } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import {
  BANDUNG,
  dispatched,
  type Filed,
  FINAL_ANSWER,
  PUBLIC_WORKS,
  succeeded,
} from '../support/reports.js';

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly readAt: string | null;
  readonly report: { readonly trackingId: string; readonly state: string } | null;
}

const MINE = /* GraphQL */ `
  query ($unreadOnly: Boolean! = false) {
    me {
      notifications(first: 50, unreadOnly: $unreadOnly) {
        nodes {
          id
          kind
          text
          readAt
          report {
            trackingId
            state
          }
        }
      }
    }
  }
`;
const READ = /* GraphQL */ `
  mutation ($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      __typename
      ... on MarkNotificationsReadSuccess {
        marked
      }
      ... on Problem {
        code
        message
      }
    }
  }
`;

let people: People;
let report: Filed;

beforeAll(async () => {
  people = await everybody();
  report = await dispatched(people.warga, people);
  const input = { reportId: report.id, ...FINAL_ANSWER };
  expect(succeeded(await act('recordFollowUp', input, people.worksOfficer))).toBe('RESPONDED');
});

/** What somebody was told of one report, oldest first. */
async function toldTo(asker: Asker, { trackingId }: Filed): Promise<readonly Told[]> {
  const { me } = await ask<{ me: { notifications: { nodes: readonly Told[] } } }>(MINE, {}, asker);
  return me.notifications.nodes.filter(({ text }) => text.includes(trackingId)).toReversed();
}

const kinds = (told: readonly Told[]): readonly string[] => told.map(({ kind }) => kind);

describe('what happens to a report', () => {
  it('is told to its reporter after each step, in the language of the request', async () => {
    await eventually(async () => {
      expect(kinds(await toldTo(people.warga, report))).toEqual(['SUBMITTED', 'VERIFIED', 'RESPONDED']);
    });
    const answered = (await toldTo(people.warga, report)).at(-1);
    expect(answered?.report).toEqual({ trackingId: report.trackingId, state: 'RESPONDED' });
    expect(answered?.text).toBe(
      `Report ${report.trackingId} was answered. Please respond within 10 working days.`,
    );
  });

  it('is told to an officer of the holder from the dispatch on, and to the verifier before', async () => {
    await eventually(async () => {
      expect(kinds(await toldTo(people.worksOfficer, report))).toEqual(['VERIFIED', 'RESPONDED']);
    });
    const [toOfficer] = await toldTo(people.worksOfficer, report);
    expect(toOfficer?.text).toBe(`Report ${report.trackingId} was dispatched to you.`);
    expect(kinds(await toldTo(people.coordinatorBandung, report))).toEqual(['SUBMITTED']);
  });

  it('is told to nobody else', async () => {
    for (const other of [people.warga2, people.coordinatorKemenkes, people.ombudsman, people.ksp]) {
      expect(await toldTo(other, report)).toEqual([]);
    }
  });

  it('leads to no report that is out of sight by now', async () => {
    const secret = await dispatched(people.warga2, people, { isSecret: true });
    await eventually(async () => {
      expect(kinds(await toldTo(people.worksOfficer, secret))).toEqual(['VERIFIED']);
    });
    const back = { reportId: secret.id, reason: 'NOT_COMPETENT', explanation: 'Bukan ruas jalan kota.' };
    expect(succeeded(await act('returnReport', back, people.worksOfficer))).toBe('out of sight');
    const [told] = await toldTo(people.worksOfficer, secret);
    expect(told?.report).toBeNull();
    expect(told?.text).not.toContain('Braga');
  });
});

describe('a notification that was read', () => {
  it('is marked by its owner alone', async () => {
    const [first] = await toldTo(people.warga, report);
    const input = { ids: [first?.id] };
    const read = async (asker: Asker): Promise<unknown> =>
      (await ask<{ markNotificationsRead: unknown }>(READ, { input }, asker)).markNotificationsRead;
    expect(await read(people.warga2)).toEqual({ __typename: 'MarkNotificationsReadSuccess', marked: 0 });
    expect(await read(people.warga)).toMatchObject({ marked: 1 });
    expect(await read(people.warga)).toMatchObject({ marked: 0 });
    const { me } = await ask<{ me: { notifications: { nodes: readonly Told[] } } }>(
      MINE,
      { unreadOnly: true },
      people.warga,
    );
    expect(me.notifications.nodes.map(({ id }) => id)).not.toContain(first?.id);
  });
});

describe('wrong input', () => {
  it('is refused: too many ids, a foreign cursor, nobody signed in', async () => {
    const many = { ids: Array.from({ length: 101 }, (_, index) => String(index)) };
    const { markNotificationsRead } = await ask<{ markNotificationsRead: object }>(
      READ,
      { input: many },
      people.warga,
    );
    expect(markNotificationsRead).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
    const bad = await request('{ me { notifications(after: "x") { nodes { id } } } }', {}, people.warga);
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const nobody = await request(READ, { input: {} });
    expect(nobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('a breach', () => {
  it('has a list of its own for the agency that is told, empty for others', async () => {
    const list = `query ($id: ID!) { agency(id: $id) { inbox(filter: { escalatedToMe: true }) { nodes { id } } } }`;
    for (const [id, asker] of [
      [BANDUNG, people.coordinatorBandung],
      [PUBLIC_WORKS, people.worksOfficer],
    ] as const) {
      const { agency } = await ask<{ agency: { inbox: { nodes: object[] } } }>(list, { id }, asker);
      expect(agency.inbox.nodes).toEqual([]);
    }
  });
});
