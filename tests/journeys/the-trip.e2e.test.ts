import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { act, ask } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { everybody, type People } from '../support/people.js';
import { countsOf, recountOf } from '../support/recount.js';
import {
  agencyId,
  BANDUNG,
  type Filed,
  filed,
  FINAL_ANSWER,
  PUBLIC_WORKS,
  succeeded,
  VERIFICATION,
} from '../support/reports.js';
import { untilSettled } from '../support/settled.js';
import { stack } from '../support/stack.js';

const database = openDatabase(stack.databaseUrl);
let people: People;
let report: Filed;
let changes: Listener<Changed>;
let conversation: Listener<Added>;
let counts: Listener<Counted>;

interface Changed {
  readonly reportChanged: {
    readonly kind: string;
    readonly report: { readonly state: string; readonly agency: { readonly name: string } };
  };
}
interface Added {
  readonly followUpAdded: {
    readonly followUp: {
      readonly kind: string;
      readonly body: string;
      readonly author: { readonly name?: string };
    };
  };
}
interface Counted {
  readonly reportCountsChanged: { readonly total: number; readonly agency: { readonly name: string } };
}

const CHANGES = /* GraphQL */ `
  subscription ($trackingId: ID!) {
    reportChanged(trackingId: $trackingId) {
      kind
      report {
        state
        agency {
          name
        }
      }
    }
  }
`;
const CONVERSATION = /* GraphQL */ `
  subscription ($trackingId: ID!) {
    followUpAdded(trackingId: $trackingId) {
      followUp {
        kind
        body
        author {
          __typename
          ... on Agency {
            name
          }
          ... on ReporterVoice {
            isMe
          }
        }
      }
    }
  }
`;
const COUNTS = /* GraphQL */ `
  subscription ($agencyId: ID!) {
    reportCountsChanged(agencyId: $agencyId) {
      total
      agency {
        name
      }
    }
  }
`;

beforeAll(async () => {
  people = await everybody();
  await untilSettled(database);
  counts = Listener.open<Counted>(COUNTS, { agencyId: BANDUNG }, people.coordinatorBandung);
  await counts.first(1);
  report = await filed(people.warga);
  changes = Listener.open<Changed>(CHANGES, { trackingId: report.trackingId }, people.warga);
  conversation = Listener.open<Added>(CONVERSATION, { trackingId: report.trackingId }, people.warga);
  await Promise.all([changes.listening(report), conversation.listening(report)]);
});
afterAll(async () => {
  await Promise.all([changes.close(), conversation.close(), counts.close(), database.close()]);
});

describe('a report that a citizen files at the gateway', () => {
  it('goes through all hands and comes back solved', async () => {
    const { warga, coordinatorBandung, worksOfficer } = people;
    const reportId = report.id;
    const verification = { ...VERIFICATION, reportId, agencyId: BANDUNG };
    expect(succeeded(await act('verifyReport', verification, coordinatorBandung))).toBe('DISPATCHED');
    const down = { reportId, agencyId: PUBLIC_WORKS, note: 'Mohon ditangani segera.' };
    expect(succeeded(await act('dispatchReport', down, coordinatorBandung))).toBe('DISPATCHED');
    expect(succeeded(await act('acceptReport', { reportId }, worksOfficer))).toBe('IN_PROGRESS');
    const interim = { reportId, kind: 'INTERIM', body: 'Tim survei sudah turun ke lokasi.' };
    expect(succeeded(await act('recordFollowUp', interim, worksOfficer))).toBe('IN_PROGRESS');
    const final = { ...FINAL_ANSWER, reportId };
    expect(succeeded(await act('recordFollowUp', final, worksOfficer))).toBe('RESPONDED');
    const reply = { reportId, body: 'Tambalannya sudah lepas lagi.' };
    expect(succeeded(await act('replyToReport', reply, warga))).toBe('IN_PROGRESS');
    expect(succeeded(await act('recordFollowUp', final, worksOfficer))).toBe('RESPONDED');
    const satisfied = { reportId, rating: 4 };
    expect(succeeded(await act('confirmResolution', satisfied, warga))).toBe('CLOSED');
  });

  it('tells each act to its reporter, in order, with what other subgraphs know of the holder', async () => {
    const events = await changes.first(9);
    expect(events.map(({ reportChanged }) => reportChanged.kind)).toEqual([
      'VERIFY',
      'SUB_DISPATCH',
      'ACCEPT',
      'FOLLOW_UP',
      'RESPOND',
      'REPLY',
      'OVERSIGHT_ELIGIBLE',
      'RESPOND',
      'CONFIRM',
    ]);
    expect(events.at(-1)?.reportChanged.report).toEqual({
      state: 'CLOSED',
      agency: { name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung' },
    });
    expect(changes).toMatchObject({ errors: [] });
    expect(changes.events).toHaveLength(9);
  });

  it('brings every line of the conversation to its reporter, in order', async () => {
    const events = await conversation.first(4);
    const office = { __typename: 'Agency', name: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung' };
    expect(events.map(({ followUpAdded }) => followUpAdded.followUp)).toEqual([
      { kind: 'INTERIM', body: 'Tim survei sudah turun ke lokasi.', author: office },
      { kind: 'FINAL', body: FINAL_ANSWER.body, author: office },
      {
        kind: 'REPLY',
        body: 'Tambalannya sudah lepas lagi.',
        author: { __typename: 'ReporterVoice', isMe: true },
      },
      { kind: 'FINAL', body: FINAL_ANSWER.body, author: office },
    ]);
    expect(conversation).toMatchObject({ errors: [] });
  });

  it('moves the numbers that the coordinator of the city watches', async () => {
    await eventually(() => {
      const totals = counts.events.map(({ reportCountsChanged }) => reportCountsChanged.total);
      expect(totals.at(-1)).toBe((totals[0] ?? 0) + 1);
      return Promise.resolve();
    });
    expect(counts.events[0]?.reportCountsChanged.agency.name).toBe('Pemerintah Kota Bandung');
    expect(counts).toMatchObject({ errors: [] });
  });

  it('is among the reports of its reporter', async () => {
    const mine = 'query { me { reports(first: 100) { nodes { trackingId state agency { code } } } } }';
    await eventually(async () => {
      const { me } = await ask<{ me: { reports: { nodes: unknown[] } } }>(mine, {}, people.warga);
      expect(me.reports.nodes).toContainEqual({
        trackingId: report.trackingId,
        state: 'CLOSED',
        agency: { code: '32.73/1.03' },
      });
    });
  });

  it('is counted once, for its office, its city, its province and the country', async () => {
    for (const code of ['32.73/1.03', '32.73', '32', 'NASIONAL']) {
      await eventually(async () => {
        const told = await countsOf(agencyId(code), people.national);
        expect(told).toEqual(await recountOf(agencyId(code), database));
      });
    }
  });
});
