import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, ask, type Asker, outcomeOf, request } from '../support/graph.js';
import { Listener } from '../support/listen.js';
import { everybody, type People } from '../support/people.js';
import {
  BANDUNG,
  dispatched,
  type Filed,
  FINAL_ANSWER,
  PUBLIC_WORKS,
  succeeded,
} from '../support/reports.js';

let people: People;
let report: Filed;
let news: Listener<{ readonly reportChanged: { readonly kind: string } }>;

const SET_POLICY = /* GraphQL */ `
  mutation ($agencyId: ID!, $requiresApproval: Boolean!) {
    outcome: setAnswerPolicy(input: { agencyId: $agencyId, requiresApproval: $requiresApproval }) {
      __typename
      ... on Problem {
        code
      }
      ... on SetAnswerPolicySuccess {
        agency {
          name
          answerPolicy {
            requiresApproval
            decidedBy {
              name
            }
          }
        }
      }
    }
  }
`;

const REPORT = /* GraphQL */ `
  query ($trackingId: ID!) {
    report(trackingId: $trackingId) {
      state
      version
      viewerActions
      answerDraft {
        id
        version
        state
        body
        memoRef
        author {
          name
        }
        steps {
          act
          role
          officer {
            name
          }
          reason
        }
      }
      notes {
        nodes {
          body
          agency {
            code
          }
        }
      }
      clocks {
        kind
        state
      }
      history {
        act
        role
        agency {
          code
        }
      }
      latestFollowUp {
        body
        author {
          __typename
          ... on Agency {
            code
          }
        }
      }
    }
  }
`;

interface Seen {
  readonly state: string;
  readonly version: string | null;
  readonly viewerActions: readonly string[];
  readonly answerDraft: { readonly id: string; readonly version: number; readonly state: string } | null;
  readonly notes: { readonly nodes: readonly object[] };
  readonly clocks: readonly object[];
  readonly history: readonly object[];
  readonly latestFollowUp: object | null;
}

const NEWS = /* GraphQL */ `
  subscription ($trackingId: ID!) {
    reportChanged(trackingId: $trackingId) {
      kind
    }
  }
`;

async function setPolicy(requiresApproval: boolean, asker: Asker): Promise<unknown> {
  const input = { agencyId: PUBLIC_WORKS, requiresApproval };
  return outcomeOf(SET_POLICY, input, asker);
}

async function seenBy(asker: Asker): Promise<Seen> {
  return (await ask<{ report: Seen }>(REPORT, { trackingId: report.trackingId }, asker)).report;
}

beforeAll(async () => {
  people = await everybody();
  report = await dispatched(people.warga, people);
  news = Listener.open(NEWS, { trackingId: report.trackingId }, people.warga);
  await news.listening(report);
});
afterAll(async () => {
  await setPolicy(false, people.coordinatorBandung);
  await news.close();
});

describe('an office whose answers need approval', () => {
  it('is told so by the coordinator of its city, and by nobody from outside', async () => {
    for (const asker of [people.coordinatorJabar, people.national])
      expect(await setPolicy(true, asker)).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const asker of [people.worksOfficer, people.warga, null])
      expect(await setPolicy(true, asker)).toMatchObject({ code: 'FORBIDDEN' });
    const name = 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Bandung';
    expect(await setPolicy(true, people.coordinatorBandung)).toMatchObject({
      agency: { name, answerPolicy: { requiresApproval: true, decidedBy: { name } } },
    });
  });

  it('cannot answer directly any more, but drafts its answer', async () => {
    const answer = { ...FINAL_ANSWER, reportId: report.id };
    expect((await seenBy(people.worksOfficer)).viewerActions).not.toContain('RECORD_FOLLOW_UP');
    expect(await act('recordFollowUp', answer, people.worksOfficer)).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
    const tooShort = { ...answer, body: 'Sudah.' };
    expect(await act('draftAnswer', tooShort, people.worksOfficer)).toMatchObject({ field: 'body' });
    const draft = { ...answer, memoRef: 'ND-7/DPUPR/2026' };
    expect(succeeded(await act('draftAnswer', draft, people.worksOfficer))).toBe('DISPATCHED');
    expect(await act('draftAnswer', draft, people.worksOfficer)).toMatchObject({
      code: 'ANSWER_DRAFT_EXISTS',
    });
    const note = { reportId: report.id, body: 'Mohon dicek, pelapor tetangga kontraktor.' };
    expect(succeeded(await act('addNote', note, people.worksOfficer))).toBe('DISPATCHED');
  });

  it('shows draft and note to its own line alone, and tells the reporter of neither', async () => {
    const { coordinatorBandung, worksOfficer, warga, coordinatorJabar, national, ombudsman, ksp } = people;
    for (const asker of [coordinatorBandung, worksOfficer])
      expect(await seenBy(asker)).toMatchObject({
        answerDraft: { state: 'AWAITING_APPROVAL', memoRef: 'ND-7/DPUPR/2026' },
        notes: { nodes: [{ agency: { code: '32.73/1.03' } }] },
      });
    for (const asker of [warga, people.warga2, coordinatorJabar, national, ombudsman, ksp, null])
      expect((await seenBy(asker)).answerDraft).toBeNull();
    for (const asker of [warga, people.warga2, ksp, people.coordinatorKemenkes, null])
      expect((await seenBy(asker)).notes.nodes).toEqual([]);
    for (const clock of ['FIRST_FOLLOW_UP', 'RESOLUTION'])
      expect((await seenBy(warga)).clocks).toContainEqual({ kind: clock, state: 'RUNNING' });
    expect(news.events).toEqual([]);
  });

  it('finds it in the inbox of the approver, and of nobody else', async () => {
    const inbox = `query ($id: ID!) { agency(id: $id) { inbox(first: 100, filter: { hasAnswerAwaitingApproval: true }) {
      nodes { trackingId } } } }`;
    for (const [asker, count] of [
      [people.coordinatorBandung, 1],
      [people.worksOfficer, 0],
      [people.coordinatorJabar, 0],
      [people.warga, 0],
    ] as const) {
      const { data } = await request<{ agency: { inbox: { nodes: object[] } } }>(
        inbox,
        { id: BANDUNG },
        asker,
      );
      expect(data?.agency.inbox.nodes).toHaveLength(count);
    }
  });

  it('has its answer rejected, revised and approved by another officer', async () => {
    const { coordinatorBandung, worksOfficer, warga } = people;
    const draft = (await seenBy(coordinatorBandung)).answerDraft;
    const named = { reportId: report.id, draftId: draft?.id, draftVersion: draft?.version };
    expect(await act('approveAnswer', named, worksOfficer)).toMatchObject({ code: 'NEEDS_ANOTHER_APPROVER' });
    expect(await act('approveAnswer', named, warga)).toMatchObject({ code: 'FORBIDDEN' });
    const reason = 'Sebutkan kapan lubangnya ditambal.';
    succeeded(await act('rejectAnswer', { ...named, reason }, coordinatorBandung));
    const revised = { ...named, ...FINAL_ANSWER, body: 'Lubang ditambal pagi ini pukul 9.', draftVersion: 2 };
    succeeded(await act('reviseAnswer', revised, worksOfficer));
    expect(await act('approveAnswer', { ...named, draftVersion: 2 }, coordinatorBandung)).toMatchObject({
      code: 'ANSWER_DRAFT_CHANGED',
    });
    expect((await seenBy(coordinatorBandung)).answerDraft).toMatchObject({
      version: 3,
      steps: [
        { act: 'DRAFT', role: 'LIAISON_OFFICER' },
        { act: 'REJECT', role: 'COORDINATOR_ADMIN', reason },
        { act: 'REVISE', role: 'LIAISON_OFFICER' },
      ],
    });
    const approval = { ...named, draftVersion: 3 };
    expect(succeeded(await act('approveAnswer', approval, coordinatorBandung))).toBe('RESPONDED');
  });

  it('has then answered: the clocks have stopped, and the reporter hears of it once', async () => {
    const seen = await seenBy(people.warga);
    expect(seen).toMatchObject({
      state: 'RESPONDED',
      answerDraft: null,
      latestFollowUp: {
        body: 'Lubang ditambal pagi ini pukul 9.',
        author: { __typename: 'Agency', code: '32.73/1.03' },
      },
    });
    for (const clock of ['FIRST_FOLLOW_UP', 'RESOLUTION'])
      expect(seen.clocks).toContainEqual({ kind: clock, state: 'ENDED' });
    expect(seen.history.at(-1)).toEqual({
      act: 'RESPOND',
      role: 'COORDINATOR_ADMIN',
      agency: { code: '32.73' },
    });
    const told = await news.first(1);
    expect(told.map(({ reportChanged }) => reportChanged.kind)).toEqual(['RESPOND']);
    expect(succeeded(await act('confirmResolution', { reportId: report.id, rating: 5 }, people.warga))).toBe(
      'CLOSED',
    );
  });
});
