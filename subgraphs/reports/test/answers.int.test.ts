import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, type Outcome, type Submitted } from './support/acts.js';
import { ANSWER, drafted, draftSeenBy, named } from './support/answers.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  healthOfficer,
  ksp,
  national,
  ombudsman,
  OTHERS,
  stranger,
  warga,
  worksAdmin,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';
import { rowCounts } from './support/tables.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());
beforeEach(() => {
  service.clock.set(FRIDAY);
});

const REASON = 'Sebutkan tanggal pengerjaannya.';

const EVERYTHING = /* GraphQL */ `
  query ($id: ID!) {
    report(trackingId: $id) {
      version
      state
      title
      viewerActions
      history {
        act
        role
        agency {
          id
        }
        reason
        at
      }
      dispositions {
        at
      }
      clocks {
        kind
        state
        startedAt
        endedAt
      }
      followUps {
        nodes {
          body
          author {
            __typename
            ... on Agency {
              id
            }
            ... on Officer {
              id
            }
          }
          createdAt
        }
      }
      answerDraft {
        id
      }
    }
  }
`;

interface Seen {
  readonly state: string;
  readonly viewerActions: readonly string[];
  readonly history: readonly object[];
  readonly clocks: readonly {
    readonly kind: string;
    readonly state: string;
    readonly endedAt: string | null;
  }[];
  readonly followUps: { readonly nodes: readonly object[] };
}

async function look(report: Submitted, viewer: Viewer): Promise<Seen> {
  const { data, errors } = await service.ask(EVERYTHING, { id: report.trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Seen }).report;
}

const officerOf = (viewer: Viewer): string | undefined => viewer.appointments[0]?.officerId;

describe('an answer that is drafted', () => {
  it('stops the clocks when it is approved, and is then the answer of its drafter', async () => {
    const { ask, clock } = service;
    const report = await dispatched(ask);
    clock.set('2026-07-13T02:00:00Z');
    const draft = await drafted(ask, report, { memoRef: 'ND-12/DPUPR/2026' });
    const before = await look(report, worksOfficer);
    expect(before.state).toBe('DISPATCHED');
    for (const kind of ['FIRST_FOLLOW_UP', 'RESOLUTION'])
      expect(before.clocks).toContainEqual(expect.objectContaining({ kind, state: 'RUNNING' }));

    clock.set('2026-07-14T02:00:00Z');
    expect(await act(ask, 'approveAnswer', draft, coordinatorBandung)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    const after = await look(report, worksOfficer);
    for (const kind of ['FIRST_FOLLOW_UP', 'RESOLUTION'])
      expect(after.clocks).toContainEqual(
        expect.objectContaining({ kind, state: 'ENDED', endedAt: '2026-07-14T02:00:00.000Z' }),
      );
    expect(after.history.at(-1)).toMatchObject({
      act: 'RESPOND',
      role: 'COORDINATOR_ADMIN',
      agency: { id: agencyId('32.73') },
    });
    expect(after.followUps.nodes).toEqual([
      {
        body: ANSWER.body,
        author: { __typename: 'Officer', id: officerOf(worksOfficer) },
        createdAt: '2026-07-14T02:00:00.000Z',
      },
    ]);
    expect((await look(report, warga)).followUps.nodes).toMatchObject([
      { author: { __typename: 'Agency', id: agencyId('32.73/1.03') } },
    ]);
    expect(await draftSeenBy(ask, report, worksOfficer)).toBeNull();
    expect(JSON.stringify(await look(report, worksOfficer))).not.toContain('ND-12');
  });

  it('goes back and forth until another officer is content, and keeps what was said', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const first = await drafted(ask, report);
    expect(await act(ask, 'approveAnswer', first, worksOfficer)).toMatchObject({
      code: 'NEEDS_ANOTHER_APPROVER',
    });
    await act(ask, 'rejectAnswer', { ...first, reason: REASON }, worksAdmin);
    const rejected = { ...first, draftVersion: 2 };
    expect(await act(ask, 'approveAnswer', rejected, worksAdmin)).toMatchObject({
      code: 'ANSWER_WAS_REJECTED',
    });
    const better = {
      ...ANSWER,
      body: 'Lubang ditambal pada 9 Juli pukul 10.',
      kind: 'INTERIM',
      outcome: null,
    };
    expect(await act(ask, 'reviseAnswer', { ...rejected, ...better }, worksOfficer)).toMatchObject({
      __typename: 'ReviseAnswerSuccess',
    });
    expect(await draftSeenBy(ask, report, worksAdmin)).toMatchObject({
      version: 3,
      state: 'AWAITING_APPROVAL',
      kind: 'INTERIM',
      author: { id: officerOf(worksOfficer) },
      steps: [
        { version: 1, act: 'DRAFT', role: 'LIAISON_OFFICER', body: ANSWER.body, reason: null },
        { version: 2, act: 'REJECT', role: 'AGENCY_ADMIN', body: null, reason: REASON },
        { version: 3, act: 'REVISE', role: 'LIAISON_OFFICER', body: better.body, reason: null },
      ],
    });
    expect(await act(ask, 'approveAnswer', { ...first, draftVersion: 3 }, worksAdmin)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });

  it('is approved by nobody whose words are in it', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const draft = await drafted(ask, report);
    await act(ask, 'reviseAnswer', { ...draft, ...ANSWER, body: 'Sudah ditambal kemarin.' }, worksAdmin);
    const revised = { ...draft, draftVersion: 2 };
    for (const writer of [worksOfficer, worksAdmin])
      expect(await act(ask, 'approveAnswer', revised, writer)).toMatchObject({
        code: 'NEEDS_ANOTHER_APPROVER',
      });
    expect(await act(ask, 'approveAnswer', revised, coordinatorBandung)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
  });

  it('may be discarded, and another one written', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const draft = await drafted(ask, report);
    const again = { reportId: report.id, ...ANSWER };
    expect(await act(ask, 'draftAnswer', again, worksAdmin)).toMatchObject({ code: 'ANSWER_DRAFT_EXISTS' });
    await act(ask, 'discardAnswer', draft, worksOfficer);
    expect(await draftSeenBy(ask, report, worksOfficer)).toBeNull();
    expect(await act(ask, 'approveAnswer', draft, worksAdmin)).toMatchObject({
      code: 'ANSWER_DRAFT_NOT_FOUND',
    });
    const second = await drafted(ask, report);
    expect(second).not.toEqual(draft);
    expect(await act(ask, 'approveAnswer', draft, worksAdmin)).toMatchObject({
      code: 'ANSWER_DRAFT_NOT_FOUND',
    });
  });

  it('is not found by the words of search, by anybody', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    await drafted(ask, report, { body: 'Dikerjakan oleh CV Zulkarnaen.' });
    for (const viewer of [stranger, worksOfficer, national])
      expect(await found(ask, { query: 'Zulkarnaen' }, viewer)).toEqual([]);
  });
});

describe('who sees a draft', () => {
  it('works at the holder or manages it, on public and secret reports alike', async () => {
    const readers = [
      'the officer',
      'the intake officer',
      'the admin of the office',
      'the coordinator of the city',
    ];
    for (const extra of [{}, { isSecret: true }, { isAnonymous: true }]) {
      const report = await dispatched(service.ask, extra);
      await drafted(service.ask, report);
      for (const [who, viewer] of Object.entries({ ...OTHERS, 'the reporter': warga })) {
        const draft = await draftSeenBy(service.ask, report, viewer);
        expect({ who, sees: draft?.body ?? null }).toEqual({
          who,
          sees: readers.includes(who) ? ANSWER.body : null,
        });
      }
    }
  });

  it('is not its reporter, who may be an officer of the holder', async () => {
    const report = await dispatched(service.ask, {}, worksAdmin);
    const draft = await drafted(service.ask, report);
    expect(await draftSeenBy(service.ask, report, worksAdmin)).toBeNull();
    expect(await act(service.ask, 'approveAnswer', draft, worksAdmin)).toMatchObject({ code: 'NOT_ALLOWED' });
    const waiting = await found(service.ask, { hasAnswerAwaitingApproval: true }, worksAdmin);
    expect(waiting).not.toContain(report.id);
  });

  it.each<[string, Viewer]>([
    ['its reporter', warga],
    ['the public', stranger],
    ['KSP', ksp],
    ['the Ombudsman', ombudsman],
    ['the coordinator of the province', coordinatorJabar],
    ['the national desk', national],
  ])('tells nobody else that there is one: %s', async (_who, viewer) => {
    const { ask, database } = service;
    const report = await dispatched(ask);
    const before = await look(report, viewer);
    const rows = await rowCounts(database);
    const draft = await drafted(ask, report);
    expect(await look(report, viewer)).toEqual(before);
    await act(ask, 'rejectAnswer', { ...draft, reason: REASON }, coordinatorBandung);
    await act(ask, 'reviseAnswer', { ...draft, ...ANSWER, draftVersion: 2 }, worksOfficer);
    expect(await look(report, viewer)).toEqual(before);
    await act(ask, 'discardAnswer', { ...draft, draftVersion: 3 }, worksOfficer);
    expect(await look(report, viewer)).toEqual(before);
    const after = await rowCounts(database);
    const grown = Object.keys(after).filter((table) => after[table] !== rows[table]);
    expect(grown.toSorted()).toEqual(['reports.answer_draft', 'reports.answer_draft_step']);
  });

  it('is answered alike whether there is one or not, when they may not act on it', async () => {
    const { ask } = service;
    const [withDraft, without] = [await dispatched(ask), await dispatched(ask)];
    const draft = await drafted(ask, withDraft);
    const attempts: readonly [string, object][] = [
      ['draftAnswer', ANSWER],
      ['reviseAnswer', { ...ANSWER, draftId: draft.draftId, draftVersion: 1 }],
      ['approveAnswer', { draftId: draft.draftId, draftVersion: 1 }],
      ['rejectAnswer', { draftId: draft.draftId, draftVersion: 1, reason: REASON }],
      ['discardAnswer', { draftId: draft.draftId, draftVersion: 1 }],
    ];
    for (const viewer of [warga, stranger, ksp, ombudsman, coordinatorJabar, national, healthOfficer])
      for (const [name, input] of attempts)
        for (const { id: reportId } of [withDraft, without])
          expect(await act(ask, name, { reportId, ...input }, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    const secret = await dispatched(ask, { isSecret: true });
    await drafted(ask, secret);
    for (const [name, input] of attempts)
      for (const reportId of [secret.id, randomUUID()])
        expect(await act(ask, name, { reportId, ...input }, healthOfficer)).toMatchObject({
          code: 'REPORT_NOT_FOUND',
        });
  });
});

describe('a draft ends by itself', () => {
  const ENDS: readonly [string, (report: Submitted) => Promise<Outcome>][] = [
    [
      'when the report is returned',
      ({ id: reportId }) =>
        act(
          service.ask,
          'returnReport',
          { reportId, reason: 'NOT_COMPETENT', explanation: 'Bukan ruas jalan kota.' },
          worksOfficer,
        ),
    ],
    [
      'when it is taken over',
      ({ id: reportId }) =>
        act(service.ask, 'takeOverReport', { reportId, reason: 'Dinas dibubarkan.' }, coordinatorBandung),
    ],
    [
      'when it is sent on within the house',
      ({ id: reportId }) =>
        act(
          service.ask,
          'dispatchReport',
          { reportId, agencyId: agencyId('32.73/1.02') },
          coordinatorBandung,
        ),
    ],
    [
      'when its reporter withdraws it',
      ({ id: reportId }) => act(service.ask, 'withdrawReport', { reportId, confirm: true }, warga),
    ],
    [
      'when it is answered without it',
      ({ id: reportId }) => act(service.ask, 'recordFollowUp', { reportId, ...ANSWER }, worksAdmin),
    ],
  ];

  it.each(ENDS)('%s', async (_when, end) => {
    const { ask, database } = service;
    const report = await dispatched(ask);
    const draft = await drafted(ask, report);
    expect((await end(report)).__typename).toMatch(/Success$/);
    for (const viewer of [worksOfficer, worksAdmin, healthOfficer, coordinatorBandung]) {
      expect(await draftSeenBy(ask, report, viewer)).toBeNull();
      const outcome = await act(ask, 'approveAnswer', draft, viewer);
      expect(outcome.__typename).toMatch(/NotAllowed|ReportNotInState|AnswerDraftNotFound/);
    }
    const [row] = await database.query<{ state: string }[]>('select state from answer_draft where id = $1', [
      draft.draftId,
    ]);
    expect(row?.state).toBe('SUPERSEDED');
    expect(await found(ask, { hasAnswerAwaitingApproval: true }, coordinatorBandung)).not.toContain(
      report.id,
    );
  });

  it('and not when the report is taken in hand, reclassified or made private', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const draft = await drafted(ask, report);
    await act(ask, 'acceptReport', { reportId: report.id }, worksOfficer);
    const other = { type: 'COMPLAINT_OVERSIGHT', reason: 'Ada dugaan pungutan liar.' };
    await act(ask, 'reclassifyReport', { reportId: report.id, ...other }, coordinatorBandung);
    await act(ask, 'raisePrivacy', { reportId: report.id, isSecret: true }, warga);
    expect(await act(ask, 'approveAnswer', draft, worksAdmin)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
  });

  it('rests while the reporter is awaited', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const reportId = report.id;
    await act(ask, 'acceptReport', { reportId }, worksOfficer);
    const draft = await drafted(ask, report);
    await act(ask, 'askReporter', { reportId, question: 'Di depan rumah nomor berapa?' }, worksOfficer);
    expect(await act(ask, 'approveAnswer', draft, worksAdmin)).toMatchObject({ state: 'AWAITING_REPORTER' });
    await act(ask, 'completeReport', { reportId, text: 'Di depan nomor 12.' }, warga);
    expect(await act(ask, 'approveAnswer', draft, worksAdmin)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
  });
});

describe('two officers at once', () => {
  const names = (outcomes: readonly { readonly __typename: string }[]): readonly string[] =>
    outcomes.map(({ __typename }) => __typename).toSorted();

  it('write one draft, and one revision of the same version', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const input = { reportId: report.id, ...ANSWER };
    const drafts = await Promise.all(
      [worksOfficer, worksAdmin].map((viewer) => act(ask, 'draftAnswer', input, viewer)),
    );
    expect(names(drafts)).toEqual(['AnswerDraftExists', 'DraftAnswerSuccess']);
    const draft = await named(ask, report);
    const revisions = await Promise.all(
      [worksOfficer, worksAdmin].map((viewer) => act(ask, 'reviseAnswer', { ...draft, ...ANSWER }, viewer)),
    );
    expect(names(revisions)).toEqual(['AnswerDraftChanged', 'ReviseAnswerSuccess']);
  });

  it('do not approve what is being revised', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const draft = await drafted(ask, report);
    const [revised, approved] = await Promise.all([
      act(ask, 'reviseAnswer', { ...draft, ...ANSWER, body: 'Baru dijadwalkan.' }, worksOfficer),
      act(ask, 'approveAnswer', draft, worksAdmin),
    ]);
    const isRevised = revised.__typename === 'ReviseAnswerSuccess';
    expect(approved.__typename).toBe(isRevised ? 'AnswerDraftChanged' : 'ApproveAnswerSuccess');
    expect(revised.__typename).toBe(isRevised ? 'ReviseAnswerSuccess' : 'AnswerDraftNotFound');
  });

  it('give one answer, and one who asks again is told of the same', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const draft = { ...(await drafted(ask, report)), idempotencyKey: randomUUID() };
    const outcomes = await Promise.all(
      [worksAdmin, coordinatorBandung].map((viewer) => act(ask, 'approveAnswer', draft, viewer)),
    );
    expect(names(outcomes)).toEqual(['ApproveAnswerSuccess', 'ReportNotInState']);
    const first = outcomes[0]?.__typename === 'ApproveAnswerSuccess' ? worksAdmin : coordinatorBandung;
    expect(await act(ask, 'approveAnswer', draft, first)).toMatchObject({ report: { state: 'RESPONDED' } });
    expect((await look(report, warga)).followUps.nodes).toHaveLength(1);
  });

  it('draft once by the same key', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const input = { reportId: report.id, ...ANSWER, idempotencyKey: randomUUID() };
    for (const outcome of await Promise.all(
      [1, 2, 3].map(() => act(ask, 'draftAnswer', input, worksOfficer)),
    ))
      expect(outcome.__typename).toBe('DraftAnswerSuccess');
    expect((await draftSeenBy(ask, report, worksOfficer))?.version).toBe(1);
  });
});

describe('the list of what waits for my approval', () => {
  it('has the reports of the own house with a draft by others', async () => {
    const { ask } = service;
    const [mine, rejected, without] = [await dispatched(ask), await dispatched(ask), await dispatched(ask)];
    await drafted(ask, mine);
    const other = await drafted(ask, rejected);
    await act(ask, 'rejectAnswer', { ...other, reason: REASON }, worksAdmin);
    const approvers = ['the admin of the office', 'the coordinator of the city'];
    for (const [who, viewer] of Object.entries({ ...OTHERS, 'the reporter': warga })) {
      const ids = await found(ask, { hasAnswerAwaitingApproval: true }, viewer);
      const seen = [mine, rejected, without].filter(({ id }) => ids.includes(id));
      expect({ who, seen }).toEqual({ who, seen: approvers.includes(who) ? [mine] : [] });
      // The officer may approve what somebody else drafted in another test.
      if (!approvers.includes(who) && viewer !== worksOfficer) expect(ids).toEqual([]);
    }
  });

  it('says nothing when it is asked the other way round', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    await drafted(ask, report);
    for (const viewer of [warga, stranger, worksOfficer])
      expect(await found(ask, { hasAnswerAwaitingApproval: false }, viewer)).toEqual(
        await found(ask, {}, viewer),
      );
  });
});
