import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, type Outcome, type Submitted, submitted, VERIFICATION } from './support/acts.js';
import { ANSWER } from './support/answers.js';
import { filesOf } from './support/files.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  healthOfficer,
  ksp,
  national,
  ombudsman,
  otherCitizen,
  stranger,
  warga,
  worksAdmin,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

const REASON = 'Wajah seorang anak terlihat di foto ini.';
const INSIDE: readonly Viewer[] = [warga, worksOfficer, coordinatorBandung, coordinatorJabar, national];
const OUTSIDE: readonly Viewer[] = [stranger, otherCitizen, healthOfficer, ksp, ombudsman];

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
      publication
      history {
        act
        reason
      }
      attachments {
        id
        isPublic
        address {
          path
        }
      }
      followUps(first: 20) {
        nodes {
          attachments {
            id
            isPublic
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
  readonly address: { readonly path: string };
}

interface Seen {
  readonly publication: string;
  readonly history: readonly { readonly act: string; readonly reason: string | null }[];
  readonly attachments: readonly SeenFile[];
  readonly followUps: { readonly nodes: readonly { readonly attachments: readonly SeenFile[] }[] };
}

async function look(report: Submitted, viewer: Viewer): Promise<Seen> {
  const { data, errors } = await service.ask(SEEN, { id: report.trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Seen }).report;
}

async function filesSeen(report: Submitted, viewer: Viewer): Promise<readonly SeenFile[]> {
  const seen = await look(report, viewer);
  return [...seen.attachments, ...seen.followUps.nodes.flatMap(({ attachments }) => attachments)];
}

const idsSeen = async (report: Submitted, viewer: Viewer): Promise<readonly string[]> =>
  (await filesSeen(report, viewer)).map(({ id }) => id);

/** A report with two photographs and an answer with one, all three before the public. */
async function withFiles(): Promise<{
  readonly report: Submitted;
  readonly ids: readonly [string, string, string];
}> {
  const [first, second] = [await files.uploaded(warga), await files.uploaded(warga)];
  const report = await submitted(service.ask, { attachmentIds: [first, second] });
  await verify(report, [first, second], coordinatorBandung);
  const evidence = await files.uploaded(worksOfficer);
  const published = { attachmentIds: [evidence], publicAttachmentIds: [evidence] };
  const interim = { ...ANSWER, kind: 'INTERIM', outcome: null };
  await act(service.ask, 'recordFollowUp', { reportId: report.id, ...interim, ...published }, worksOfficer);
  return { report, ids: [first, second, evidence] };
}

function verify(report: Submitted, publicAttachmentIds: readonly string[], viewer: Viewer): Promise<Outcome> {
  const verification = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03') };
  return act(service.ask, 'verifyReport', { ...verification, publicAttachmentIds }, viewer);
}

const hide = (report: Submitted, hideAttachmentIds: readonly string[], viewer: Viewer): Promise<Outcome> =>
  act(service.ask, 'redactReport', { reportId: report.id, reason: REASON, hideAttachmentIds }, viewer);

describe('A file that was published by mistake', () => {
  it('is taken back from everybody outside, of the report and of its lines, and the others stay', async () => {
    const { report, ids } = await withFiles();
    const [first, second, evidence] = ids;
    for (const viewer of OUTSIDE) expect(await idsSeen(report, viewer)).toEqual(ids);
    expect(await hide(report, [first, evidence], coordinatorBandung)).toMatchObject({
      __typename: 'RedactReportSuccess',
    });
    for (const viewer of OUTSIDE) expect(await idsSeen(report, viewer)).toEqual([second]);
    for (const viewer of INSIDE) {
      expect(await idsSeen(report, viewer)).toEqual(ids);
      expect((await filesSeen(report, viewer)).map(({ isPublic }) => isPublic)).toEqual([false, true, false]);
    }
    expect(await look(report, warga)).toMatchObject({ publication: 'REDACTED' });
    expect((await look(report, warga)).history.at(-1)).toEqual({ act: 'REDACT', reason: REASON });
    expect((await look(report, stranger)).history.at(-1)).toEqual({ act: 'REDACT', reason: null });
  });

  it('is not handed out any more at addresses that were given before', async () => {
    const { report, ids } = await withFiles();
    const before = new Map<Viewer, readonly SeenFile[]>();
    for (const viewer of [stranger, ombudsman, worksOfficer, warga])
      before.set(viewer, await filesSeen(report, viewer));
    await hide(report, [ids[0], ids[2]], national);
    for (const [viewer, seen] of before) {
      const answers = [];
      for (const { address } of seen) answers.push((await files.get(address.path, viewer)).status);
      const isInside = INSIDE.includes(viewer);
      expect(answers).toEqual(isInside ? [200, 200, 200] : [404, 200, 404]);
    }
  });

  it('is not for the office, the province, the reporter or the public to take back', async () => {
    const { report, ids } = await withFiles();
    for (const viewer of [worksOfficer, worksAdmin, coordinatorJabar, warga, ...OUTSIDE])
      expect(await hide(report, [ids[0]], viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await idsSeen(report, stranger)).toEqual(ids);
  });

  it('is found by its id in capitals, also twice', async () => {
    const { report, ids } = await withFiles();
    const [first, ...others] = ids;
    expect(await hide(report, [first.toUpperCase(), first], national)).toMatchObject({
      __typename: 'RedactReportSuccess',
    });
    expect(await idsSeen(report, stranger)).toEqual(others);
  });

  it('is one of this report: others answer as what does not exist, and nothing is done', async () => {
    const [{ report, ids }, other] = [await withFiles(), await withFiles()];
    const answers = [];
    for (const foreign of [other.ids[0], await files.uploaded(national), randomUUID(), 'nothing'])
      answers.push(await hide(report, [ids[0], foreign], national));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'INVALID_INPUT', field: 'hideAttachmentIds' });
    expect(await idsSeen(report, stranger)).toEqual(ids);
    expect(await idsSeen(other.report, stranger)).toEqual(other.ids);
  });

  it('stays away for good: when the report is hidden and shown, when it is verified again, in the table', async () => {
    const { report, ids } = await withFiles();
    const [first, second] = ids;
    await hide(report, [first], coordinatorBandung);
    await hide(report, [first], national);
    for (const name of ['hideReport', 'publishReport'])
      await act(service.ask, name, { reportId: report.id, reason: REASON }, national);
    expect(await idsSeen(report, stranger)).not.toContain(first);

    await act(
      service.ask,
      'askReporter',
      { reportId: report.id, question: 'Di nomor berapa?' },
      worksOfficer,
    );
    service.clock.advanceHours(24 * 31);
    await sweeper.sweep();
    const body = 'Saya sedang sakit waktu itu.';
    expect(await act(service.ask, 'appealArchival', { reportId: report.id, body }, warga)).toMatchObject({
      report: { state: 'SUBMITTED' },
    });
    expect(await verify(report, [first, second], national)).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
    expect(await verify(report, [second], national)).toMatchObject({ report: { state: 'DISPATCHED' } });
    expect(await idsSeen(report, stranger)).toEqual([second]);
    await expect(
      service.database.query('update attachment set is_public = true where id = $1', [first]),
    ).rejects.toMatchObject({ constraint: 'attachment_is_never_public_again_once_hidden' });
  });
});
