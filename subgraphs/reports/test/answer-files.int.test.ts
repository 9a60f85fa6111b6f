import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { LOOSE_MS } from '../src/attachments/attach.rules.js';
import { sweepFiles } from '../src/attachments/sweep-files.js';
import { act, dispatched, type Submitted } from './support/acts.js';
import { ANSWER, drafted, type Named, named } from './support/answers.js';
import { filesOf } from './support/files.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  healthOfficer,
  ksp,
  national,
  ombudsman,
  stranger,
  warga,
  worksAdmin,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

let service: ReportsService;
let sweeper: Sweeper;
let files: ReturnType<typeof filesOf>;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
  files = filesOf(service);
}, 60_000);
beforeEach(() => service.clock.set(FRIDAY));
afterAll(async () => {
  await sweeper.close();
  await service.close();
});

const SEEN = /* GraphQL */ `
  query ($id: ID!) {
    report(trackingId: $id) {
      answerDraft {
        attachments {
          id
          isPublic
          createdAt
          address {
            path
          }
        }
      }
      followUps(first: 20) {
        nodes {
          attachments {
            id
            isPublic
            createdAt
            address {
              path
            }
          }
        }
      }
    }
  }
`;

interface SeenFile {
  readonly id: string;
  readonly isPublic: boolean;
  readonly createdAt: string;
  readonly address: { readonly path: string };
}

interface SeenFiles {
  readonly answerDraft: { readonly attachments: readonly SeenFile[] } | null;
  readonly followUps: { readonly nodes: readonly { readonly attachments: readonly SeenFile[] }[] };
}

async function look(report: Submitted, viewer: Viewer): Promise<SeenFiles | null> {
  const { data, errors } = await service.ask(SEEN, { id: report.trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: SeenFiles | null }).report;
}

const onDraft = async (report: Submitted, viewer: Viewer = worksOfficer): Promise<readonly string[]> =>
  ((await look(report, viewer))?.answerDraft?.attachments ?? []).map(({ id }) => id);

const onLines = async (report: Submitted, viewer: Viewer): Promise<readonly string[][]> =>
  ((await look(report, viewer))?.followUps.nodes ?? []).map(({ attachments }) =>
    attachments.map(({ id }) => id),
  );

const revise = (draft: Named, attachmentIds: readonly string[], viewer: Viewer) =>
  act(service.ask, 'reviseAnswer', { ...draft, ...ANSWER, attachmentIds }, viewer);

const answer = (report: Submitted, attachmentIds: readonly string[], viewer: Viewer) =>
  act(service.ask, 'recordFollowUp', { reportId: report.id, ...ANSWER, attachmentIds }, viewer);

const later = (ms: number): void =>
  service.clock.set(new Date(service.clock.now().getTime() + ms).toISOString());

const isThere = async (id: string): Promise<boolean> =>
  (await service.database.query<unknown[]>('select from attachment where id = $1', [id])).length > 0;

describe('The files of a draft', () => {
  it('come with the answer when it is approved, those for the public before the public', async () => {
    const report = await dispatched(service.ask);
    const [plan, photo] = [await files.uploaded(worksOfficer), await files.uploaded(worksOfficer)];
    const draft = await drafted(service.ask, report, {
      attachmentIds: [plan, photo],
      publicAttachmentIds: [photo],
    });
    expect((await look(report, worksAdmin))?.answerDraft?.attachments).toMatchObject([
      { id: plan, isPublic: false, createdAt: new Date(FRIDAY).toISOString() },
      { id: photo, isPublic: true, createdAt: new Date(FRIDAY).toISOString() },
    ]);
    later(3_600_000);
    expect(await act(service.ask, 'approveAnswer', draft, worksAdmin)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    expect(await onLines(report, warga)).toEqual([[plan, photo]]);
    expect(await onLines(report, stranger)).toEqual([[photo]]);
    const [shown] = (await look(report, stranger))?.followUps.nodes[0]?.attachments ?? [];
    expect(shown?.createdAt).toBe(service.clock.now().toISOString());
    expect(
      await service.database.query('select uploader_tag from attachment where id = $1', [photo]),
    ).toEqual([{ uploader_tag: null }]);
  });

  it('are replaced by a revision: what stays needs no upload, of whoever revises', async () => {
    const report = await dispatched(service.ask);
    const [first, second] = [await files.uploaded(worksOfficer), await files.uploaded(worksOfficer)];
    const draft = await drafted(service.ask, report, { attachmentIds: [first, second] });
    later(3 * LOOSE_MS);
    const added = await files.uploaded(worksAdmin);
    expect(await revise(draft, [added, second], worksAdmin)).toMatchObject({
      __typename: 'ReviseAnswerSuccess',
    });
    expect(await onDraft(report)).toEqual([added, second]);
    const other = await dispatched(service.ask);
    expect(await answer(other, [first], worksAdmin)).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
    expect(await answer(other, [first], worksOfficer)).toMatchObject({ report: { state: 'RESPONDED' } });
    expect(await revise(await named(service.ask, report), [], worksOfficer)).toMatchObject({
      __typename: 'ReviseAnswerSuccess',
    });
    expect(await onDraft(report)).toEqual([]);
  });

  it('cannot be attached elsewhere, and answer as what does not exist', async () => {
    const report = await dispatched(service.ask);
    const taken = await files.uploaded(worksOfficer);
    await drafted(service.ask, report, { attachmentIds: [taken] });
    const other = await dispatched(service.ask);
    const answers = [];
    for (const attachmentIds of [[taken], [randomUUID()]]) {
      answers.push(await answer(other, attachmentIds, worksOfficer));
      const input = { reportId: other.id, ...ANSWER, attachmentIds };
      answers.push(await act(service.ask, 'draftAnswer', input, worksOfficer));
    }
    expect(new Set(answers.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
    expect(await answer(report, [taken], worksOfficer)).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
    expect(await onDraft(report)).toEqual([taken]);
  });

  it('are five at most, and of a refused draft none is taken', async () => {
    const report = await dispatched(service.ask);
    const own = await files.uploaded(worksOfficer);
    const six = Array.from({ length: 6 }, () => randomUUID());
    for (const [attachmentIds, code] of [
      [six, 'INVALID_INPUT'],
      [[own, await files.uploaded(worksAdmin)], 'ATTACHMENT_NOT_FOUND'],
    ]) {
      const input = { reportId: report.id, ...ANSWER, attachmentIds };
      expect(await act(service.ask, 'draftAnswer', input, worksOfficer)).toMatchObject({ code });
    }
    const draft = await drafted(service.ask, report, { attachmentIds: [own] });
    expect(await revise(draft, [own, await files.uploaded(worksOfficer)], worksAdmin)).toMatchObject({
      code: 'ATTACHMENT_NOT_FOUND',
    });
    expect(await onDraft(report)).toEqual([own]);
  });

  it('hang on a report, on a draft or on nothing: the database keeps that', async () => {
    const report = await dispatched(service.ask);
    const file = await files.uploaded(worksOfficer);
    await drafted(service.ask, report, { attachmentIds: [file] });
    await expect(
      service.database.query('update attachment set report_id = $1, uploader_tag = null where id = $2', [
        report.id,
        file,
      ]),
    ).rejects.toMatchObject({ constraint: 'attachment_hangs_on_a_report_or_a_draft' });
  });
});

describe('Who sees the files of a draft', () => {
  it.each<[string, Viewer]>([
    ['its reporter', warga],
    ['the public', stranger],
    ['another office', healthOfficer],
    ['the coordinator of the province', coordinatorJabar],
    ['the national desk', national],
    ['KSP', ksp],
    ['the Ombudsman', ombudsman],
  ])('is not %s, whose answer is as if there were none', async (_who, viewer) => {
    const [report, without] = [await dispatched(service.ask), await dispatched(service.ask)];
    const before = await look(report, viewer);
    const file = await files.uploaded(worksOfficer);
    await drafted(service.ask, report, { attachmentIds: [file], publicAttachmentIds: [file] });
    expect(await look(report, viewer)).toEqual(before);
    expect(await look(report, viewer)).toEqual(await look(without, viewer));
  });

  it.each<[string, Viewer]>([
    ['the officer', worksOfficer],
    ['the admin', worksAdmin],
    ['the coordinator of the city', coordinatorBandung],
  ])('is %s, who fetches them by the session that asked, for a minute', async (_who, viewer) => {
    const report = await dispatched(service.ask, { isSecret: true });
    const file = await files.uploaded(worksOfficer);
    await drafted(service.ask, report, { attachmentIds: [file] });
    const path = (await look(report, viewer))?.answerDraft?.attachments[0]?.address.path ?? '';
    expect(await files.get(path, viewer)).toMatchObject({ status: 200 });
    for (const other of [stranger, warga, national, ombudsman])
      expect(await files.get(path, other)).toMatchObject({ status: 404, code: 'ATTACHMENT_NOT_FOUND' });
    later(60_000);
    expect((await files.get(path, viewer)).status).toBe(404);
  });

  it('and nobody any more once the report has left the office, or the draft is discarded', async () => {
    const ends: readonly ((draft: Named) => Promise<unknown>)[] = [
      (draft) => act(service.ask, 'discardAnswer', draft, worksOfficer),
      ({ reportId }) =>
        act(
          service.ask,
          'dispatchReport',
          { reportId, agencyId: agencyId('32.73/1.02') },
          coordinatorBandung,
        ),
      (draft) => revise(draft, [], worksAdmin),
    ];
    for (const end of ends) {
      const report = await dispatched(service.ask);
      const draft = await drafted(service.ask, report, {
        attachmentIds: [await files.uploaded(worksOfficer)],
      });
      const pathOf = async (viewer: Viewer): Promise<string> =>
        (await look(report, viewer))?.answerDraft?.attachments[0]?.address.path ?? '';
      const paths = new Map([[worksOfficer, await pathOf(worksOfficer)]]);
      paths.set(coordinatorBandung, await pathOf(coordinatorBandung));
      for (const [viewer, path] of paths) expect((await files.get(path, viewer)).status).toBe(200);
      await end(draft);
      for (const [viewer, path] of paths) expect((await files.get(path, viewer)).status).toBe(404);
    }
  });
});

describe('The sweep', () => {
  it('leaves the files of an open draft, however old', async () => {
    const report = await dispatched(service.ask);
    const file = await files.uploaded(worksOfficer);
    await drafted(service.ask, report, { attachmentIds: [file] });
    later(300 * LOOSE_MS);
    await sweepFiles(sweeper.parts);
    expect(await isThere(file)).toBe(true);
    const path = (await look(report, worksOfficer))?.answerDraft?.attachments[0]?.address.path ?? '';
    expect((await files.get(path, worksOfficer)).status).toBe(200);
  });

  const LETTING_GO: readonly [string, (draft: Named) => Promise<object>][] = [
    ['discarded', (draft) => act(service.ask, 'discardAnswer', draft, worksAdmin)],
    ['superseded', ({ reportId }) => act(service.ask, 'withdrawReport', { reportId, confirm: true }, warga)],
    ['revised without it', (draft) => revise(draft, [], worksAdmin)],
  ];

  it.each(LETTING_GO)('takes what hung on a draft a day after it was %s', async (_how, letGo) => {
    const report = await dispatched(service.ask);
    const file = await files.uploaded(worksOfficer);
    const draft = await drafted(service.ask, report, { attachmentIds: [file], publicAttachmentIds: [file] });
    later(2 * LOOSE_MS);
    expect(await letGo(draft)).toMatchObject({ __typename: expect.stringMatching(/Success$/) });
    later(LOOSE_MS - 1);
    await sweepFiles(sweeper.parts);
    expect(await isThere(file)).toBe(true);
    later(2);
    await sweepFiles(sweeper.parts);
    expect(await isThere(file)).toBe(false);
  });
});

describe('Two acts at once', () => {
  const names = (outcomes: readonly { readonly __typename: string }[]): readonly string[] =>
    outcomes.map(({ __typename }) => __typename).toSorted();

  it('that name one file: one of them has it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await dispatched(service.ask), await dispatched(service.ask)];
      const attachmentIds = [await files.uploaded(worksOfficer), await files.uploaded(worksOfficer)];
      const [drafting, answering] = await Promise.all([
        act(service.ask, 'draftAnswer', { reportId: one.id, ...ANSWER, attachmentIds }, worksOfficer),
        answer(other, attachmentIds.toReversed(), worksOfficer),
      ]);
      const isDrafted = drafting.__typename === 'DraftAnswerSuccess';
      expect(names([drafting, answering])).toEqual(
        isDrafted
          ? ['AttachmentNotFound', 'DraftAnswerSuccess']
          : ['AttachmentNotFound', 'RecordFollowUpSuccess'],
      );
      expect([await onDraft(one), (await onLines(other, worksOfficer)).flat()]).toEqual(
        isDrafted ? [attachmentIds, []] : [[], attachmentIds.toReversed()],
      );
    }
  });

  it('that discard a draft and take its file elsewhere never leave it in both places', async () => {
    const [one, other] = [await dispatched(service.ask), await dispatched(service.ask)];
    const file = await files.uploaded(worksOfficer);
    const draft = await drafted(service.ask, one, { attachmentIds: [file] });
    const [, answering] = await Promise.all([
      act(service.ask, 'discardAnswer', draft, worksAdmin),
      answer(other, [file], worksOfficer),
    ]);
    const isTaken = answering.__typename === 'RecordFollowUpSuccess';
    expect([await onDraft(one), await onLines(other, worksOfficer)]).toEqual([[], isTaken ? [[file]] : []]);
  });

  it('that are one request asked again hang a file once', async () => {
    const report = await dispatched(service.ask);
    const attachmentIds = [await files.uploaded(worksOfficer)];
    const input = { reportId: report.id, ...ANSWER, attachmentIds, idempotencyKey: randomUUID() };
    for (const outcome of await Promise.all(
      [1, 2, 3].map(() => act(service.ask, 'draftAnswer', input, worksOfficer)),
    ))
      expect(outcome.__typename).toBe('DraftAnswerSuccess');
    expect(await onDraft(report)).toEqual(attachmentIds);
    const without = { ...input, attachmentIds: [] };
    expect(await act(service.ask, 'draftAnswer', without, worksOfficer)).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });
});
