import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { sweepFiles } from '../src/attachments/sweep-files.js';
import { act, dispatched, POTHOLE, responded, submitted, VERIFICATION } from './support/acts.js';
import { CANARY, letter, noise, photograph } from './support/evidence.js';
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
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';
import { columnsWith } from './support/tables.js';

let service: ReportsService;
let sweeper: Sweeper;
let files: ReturnType<typeof filesOf>;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
  files = filesOf(service);
});
beforeEach(() => service.clock.set(FRIDAY));
afterAll(async () => {
  await sweeper.close();
  await service.close();
});

interface SeenFile {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly isPublic: boolean;
  readonly createdAt: string;
  readonly address: { readonly path: string; readonly expiresAt: string };
}

const FILES = `id mediaType bytes width height isPublic createdAt address { path expiresAt }`;
const SEEN = /* GraphQL */ `
  query ($trackingId: ID!, $accessCode: String) {
    report(trackingId: $trackingId, accessCode: $accessCode) {
      attachments { ${FILES} }
      followUps(first: 20) { nodes { kind attachments { ${FILES} } } }
    }
  }
`;

interface SeenReport {
  readonly attachments: readonly SeenFile[];
  readonly followUps: { readonly nodes: readonly { readonly attachments: readonly SeenFile[] }[] };
}

/** What a viewer finds who brings no access code but this one. */
async function seenBy(
  viewer: Viewer,
  { trackingId }: { readonly trackingId: string },
  accessCode: string | null = null,
): Promise<SeenReport | null> {
  const { data, errors } = await service.ask(SEEN, { trackingId, accessCode }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: SeenReport | null }).report;
}

/** How many files a viewer finds in all. */
async function countFor(viewer: Viewer, report: { readonly trackingId: string }): Promise<number | null> {
  const seen = await seenBy(viewer, report);
  return seen && [seen, ...seen.followUps.nodes].flatMap(({ attachments }) => attachments).length;
}

/** All bytes that lie in the folder of the service. */
async function kept(): Promise<Buffer> {
  const { store, quarantine } = service.config.files;
  const folder = store.kind === 'FOLDER' ? store.folder : '';
  expect(await readdir(quarantine)).toEqual([]);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = names
    .filter((entry) => entry.isFile())
    .map((entry) => readFile(join(entry.parentPath, entry.name)));
  return Buffer.concat(await Promise.all(contents));
}

describe('An upload address', () => {
  it('takes one file, and says what it has become', async () => {
    const { id, address, maxBytes } = await files.given(warga);
    expect(maxBytes).toBe(20_971_520);
    const answer = await files.put(address, new Uint8Array(await photograph()));
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.bytes.toString())).toMatchObject({
      id,
      mediaType: 'image/jpeg',
      width: 640,
      height: 480,
    });
  });

  it('takes no second one', async () => {
    const { address } = await files.given(warga);
    await files.put(address, new Uint8Array(await photograph()));
    expect(await files.put(address, 'x')).toMatchObject({ status: 409, code: 'UPLOAD_USED' });
  });

  it('takes one of two that come at once', async () => {
    const { address } = await files.given(warga);
    const body = new Uint8Array(await photograph());
    const answers = await Promise.all([files.put(address, body), files.put(address, body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is not tried again after a file was refused', async () => {
    const { address } = await files.given(warga);
    expect(await files.put(address, 'Jalan berlubang')).toMatchObject({
      status: 415,
      code: 'FILE_TYPE_NOT_ACCEPTED',
    });
    expect(await files.put(address, new Uint8Array(await photograph()))).toMatchObject({ status: 409 });
  });

  it('is tried again after the connection broke off', async () => {
    const { address } = await files.given(warga);
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(noise(100_000));
        setTimeout(() => controller.error(new Error('no network')), 100);
      },
    });
    await expect(files.put(address, broken)).rejects.toThrow();
    let status = 409;
    for (let tries = 0; status === 409 && tries < 50; tries += 1) {
      ({ status } = await files.put(address, new Uint8Array(await photograph())));
    }
    expect(status).toBe(201);
  });

  it('ends after a quarter of an hour', async () => {
    const { address, expiresAt } = await files.given(warga);
    service.clock.set(expiresAt);
    expect(await files.put(address, 'x')).toMatchObject({ status: 410, code: 'UPLOAD_EXPIRED' });
  });

  it('cannot be made up', async () => {
    const { address } = await files.given(warga);
    const forged = address.slice(0, -4) + 'AAAA';
    expect(await files.put(forged, 'x')).toMatchObject({ status: 404, code: 'UPLOAD_NOT_FOUND' });
  });

  it('is served to the gateway alone, for this address alone', async () => {
    const { address } = await files.given(warga);
    const direct = await fetch(`http://127.0.0.1:${String(service.port)}${address}`, {
      method: 'PUT',
      body: 'x',
    });
    expect(direct.status).toBe(401);
    expect(await files.put(address, 'x', '/files/uploads/other')).toMatchObject({ status: 401 });
  });

  it('takes 20 MB and not a byte more, however it is sent', async () => {
    const { address } = await files.given(warga);
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(noise(1_048_576));
        sent += 1;
        if (sent === 21) controller.close();
      },
    });
    let sent = 0;
    expect(await files.put(address, chunks)).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(await kept()).toBeInstanceOf(Buffer);
  });

  it.each([
    ['video/mp4', 10, 'FILE_TYPE_NOT_ACCEPTED'],
    ['image/png', 20_971_521, 'FILE_TOO_LARGE'],
  ])('is not given for %s of %d bytes', async (mediaType, bytes, code) => {
    const { data } = await service.ask(
      `mutation ($input: RequestUploadInput!) { outcome: requestUpload(input: $input) { ... on Problem { code message } } }`,
      { input: { mediaType, bytes } },
    );
    expect(data).toMatchObject({ outcome: { code, message: expect.stringMatching(/Berkas|berkas/) } });
  });
});

describe('A file', () => {
  it('hangs on the report that it is filed with, for its reporter and the office', async () => {
    const attachmentIds = [await files.uploaded(warga), await files.uploaded(warga, await letter())];
    const report = await submitted(service.ask, { attachmentIds });
    const seen = await seenBy(coordinatorBandung, report);
    expect(seen?.attachments.map(({ id, mediaType, isPublic }) => ({ id, mediaType, isPublic }))).toEqual([
      { id: attachmentIds[0], mediaType: 'image/jpeg', isPublic: false },
      { id: attachmentIds[1], mediaType: 'application/pdf', isPublic: false },
    ]);
    expect(await countFor(warga, report)).toBe(2);
  });

  it('of somebody without an account as well', async () => {
    const report = await submitted(
      service.ask,
      { attachmentIds: [await files.uploaded(stranger)] },
      stranger,
    );
    expect((await seenBy(stranger, report, report.accessCode))?.attachments).toHaveLength(1);
    expect(await seenBy(stranger, report)).toBeNull();
  });

  it.each([
    ['somebody else has sent', () => files.uploaded(otherCitizen)],
    ['never came', async () => (await files.given(warga)).id],
    [
      'hangs already',
      async () => {
        const id = await files.uploaded(warga);
        await submitted(service.ask, { attachmentIds: [id] });
        return id;
      },
    ],
    ['is no id', () => Promise.resolve("'; drop table attachment; --")],
  ])('that %s cannot be attached, and nothing is filed', async (_, make) => {
    const attachmentIds = [await files.uploaded(warga), await make()];
    const [before] = await service.database.query<{ count: string }[]>('select count(*) from report');
    const outcome = await act(service.ask, 'submitReport', { ...POTHOLE, attachmentIds }, warga);
    expect(outcome).toMatchObject({ __typename: 'AttachmentNotFound', code: 'ATTACHMENT_NOT_FOUND' });
    const [after] = await service.database.query<{ count: string }[]>('select count(*) from report');
    expect(after).toEqual(before);
    const retried = { ...POTHOLE, attachmentIds: attachmentIds.slice(0, 1) };
    expect(await act(service.ask, 'submitReport', retried, warga)).toMatchObject({
      __typename: 'SubmitReportSuccess',
    });
  });

  it('hangs on one of two reports that name it at once', async () => {
    const attachmentIds = [await files.uploaded(warga)];
    const outcomes = await Promise.all(
      [1, 2].map(() => act(service.ask, 'submitReport', { ...POTHOLE, attachmentIds }, warga)),
    );
    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual([
      'AttachmentNotFound',
      'SubmitReportSuccess',
    ]);
  });

  it('is attached once when the same request comes again', async () => {
    const idempotencyKey = '4f0b0a9e-2f56-4a5e-9d8d-0b4d3e0a7c11';
    const extra = { attachmentIds: [await files.uploaded(warga)], idempotencyKey };
    const first = await submitted(service.ask, extra);
    expect((await submitted(service.ask, extra)).id).toBe(first.id);
  });

  it('comes with an answer of the office, and with the reply', async () => {
    const report = await dispatched(service.ask);
    const [evidence, plan] = [await files.uploaded(worksOfficer), await files.uploaded(worksOfficer)];
    const answer = {
      reportId: report.id,
      kind: 'FINAL',
      outcome: 'FIXED',
      body: 'Lubang sudah ditambal.',
      attachmentIds: [plan, evidence],
      publicAttachmentIds: [evidence],
    };
    expect(await act(service.ask, 'recordFollowUp', answer, worksOfficer)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    const reply = { reportId: report.id, body: 'Belum.', attachmentIds: [await files.uploaded(warga)] };
    expect(await act(service.ask, 'replyToReport', reply, warga)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
    const lines = (await seenBy(warga, report))?.followUps.nodes.map(({ attachments }) => attachments.length);
    expect(lines).toEqual([2, 1]);
    const inPublic = (await seenBy(stranger, report))?.followUps.nodes;
    expect(inPublic?.map(({ attachments }) => attachments.map(({ id }) => id))).toEqual([[evidence], []]);
  });

  it('comes with an answer to a question before verification', async () => {
    const report = await submitted(service.ask);
    const question = { reportId: report.id, missing: ['EVIDENCE'], message: 'Mohon lampirkan foto lokasi.' };
    await act(service.ask, 'requestCompletion', question, coordinatorBandung);
    const answer = { reportId: report.id, text: 'Terlampir.', attachmentIds: [await files.uploaded(warga)] };
    expect(await act(service.ask, 'completeReport', answer, warga)).toMatchObject({
      report: { state: 'SUBMITTED' },
    });
    expect(await countFor(coordinatorBandung, report)).toBe(1);
  });

  it('stays free when the act is refused', async () => {
    const report = await responded(service.ask);
    const attachmentIds = [await files.uploaded(warga)];
    expect(
      await act(service.ask, 'replyToReport', { reportId: report.id, body: ' ', attachmentIds }, warga),
    ).toMatchObject({ code: 'INVALID_INPUT' });
    expect(
      await act(service.ask, 'replyToReport', { reportId: report.id, body: 'Belum.', attachmentIds }, warga),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });
  });
});

describe('Who sees a file', () => {
  const outside: readonly (readonly [string, Viewer])[] = [
    ['the public', stranger],
    ['another citizen', otherCitizen],
    ['an officer next door', healthOfficer],
    ['the Ombudsman', ombudsman],
    ['KSP', ksp],
  ];
  const inside: readonly (readonly [string, Viewer])[] = [
    ['the office', worksOfficer],
    ['the coordinator', coordinatorBandung],
    ['the province', coordinatorJabar],
    ['the national desk', national],
    ['the reporter', warga],
  ];

  async function verified(extra: object, publish: 'ONE' | 'NONE') {
    const attachmentIds = [await files.uploaded(warga), await files.uploaded(warga)];
    const report = await submitted(service.ask, { attachmentIds, ...extra });
    const verification = {
      ...VERIFICATION,
      reportId: report.id,
      agencyId: agencyId('32.73/1.03'),
      ...(publish === 'ONE' && { publicAttachmentIds: attachmentIds.slice(0, 1) }),
    };
    expect(await act(service.ask, 'verifyReport', verification, coordinatorBandung)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    return report;
  }

  it('of a public report: the office all, everybody else what the verifier has published', async () => {
    const report = await verified({}, 'ONE');
    for (const [, viewer] of inside) expect(await countFor(viewer, report)).toBe(2);
    for (const [, viewer] of outside) expect(await countFor(viewer, report)).toBe(1);
  });

  it('which is nothing unless it says so', async () => {
    const report = await verified({}, 'NONE');
    for (const [, viewer] of inside) expect(await countFor(viewer, report)).toBe(2);
    for (const [, viewer] of outside) expect(await countFor(viewer, report)).toBe(0);
  });

  it('of a secret report: never anybody outside, whatever the verifier said', async () => {
    const report = await verified({ isSecret: true }, 'ONE');
    for (const [, viewer] of inside) expect(await countFor(viewer, report)).toBe(2);
    expect(await countFor(ombudsman, report)).toBe(0);
    for (const [, viewer] of outside.filter(([, who]) => who !== ombudsman))
      expect(await countFor(viewer, report)).toBeNull();
  });

  it('of an unverified report: nobody outside', async () => {
    const report = await submitted(service.ask, { attachmentIds: [await files.uploaded(warga)] });
    expect([await countFor(ombudsman, report), await countFor(ksp, report)]).toEqual([0, 0]);
    expect(await countFor(stranger, report)).toBeNull();
  });

  it('of an anonymous report: others learn the day, and not when its reporter sent it', async () => {
    service.clock.set('2026-07-10T03:14:15.926Z');
    const report = await verified({ isAnonymous: true }, 'ONE');
    const createdAt = async (viewer: Viewer) => (await seenBy(viewer, report))?.attachments[0]?.createdAt;
    expect(await createdAt(warga)).toBe('2026-07-10T03:14:15.926Z');
    for (const viewer of [worksOfficer, national, stranger, ombudsman])
      expect(await createdAt(viewer)).toBe('2026-07-09T17:00:00.000Z');
  });

  it('cannot be widened with a file of another report', async () => {
    const other = await submitted(service.ask, { attachmentIds: [await files.uploaded(warga)] });
    const foreign = (await seenBy(warga, other))?.attachments[0]?.id;
    const report = await submitted(service.ask);
    const verification = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03') };
    expect(
      await act(
        service.ask,
        'verifyReport',
        { ...verification, publicAttachmentIds: [foreign] },
        coordinatorBandung,
      ),
    ).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
  });
});

describe('A file is fetched', () => {
  async function published(extra: object = {}) {
    const attachmentIds = [await files.uploaded(warga)];
    const report = await submitted(service.ask, { attachmentIds, ...extra });
    const verification = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03') };
    await act(
      service.ask,
      'verifyReport',
      { ...verification, publicAttachmentIds: attachmentIds },
      coordinatorBandung,
    );
    return report;
  }

  async function addressFor(
    viewer: Viewer,
    report: { readonly trackingId: string },
    accessCode: string | null = null,
  ): Promise<string> {
    return (await seenBy(viewer, report, accessCode))?.attachments[0]?.address.path ?? '';
  }

  it('whole, as something to save and nothing to run', async () => {
    const report = await published();
    const answer = await files.get(await addressFor(worksOfficer, report), worksOfficer);
    expect(answer.status).toBe(200);
    const seen = await seenBy(worksOfficer, report);
    expect(answer.bytes).toHaveLength(seen?.attachments[0]?.bytes ?? 0);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^attachment; filename="lampiran-[0-9a-f]{8}\.jpg"$/),
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('by the session that asked, and no other', async () => {
    const report = await published();
    const path = await addressFor(warga, report);
    for (const viewer of [otherCitizen, stranger, national]) {
      expect(await files.get(path, viewer)).toMatchObject({ status: 404, code: 'ATTACHMENT_NOT_FOUND' });
    }
    expect((await files.get(path, warga)).status).toBe(200);
  });

  it('for a minute', async () => {
    const path = await addressFor(warga, await published());
    service.clock.set(new Date(new Date(FRIDAY).getTime() + 60_000).toISOString());
    expect((await files.get(path, warga)).status).toBe(404);
  });

  it('by a reporter without an account who showed the code', async () => {
    const report = await submitted(
      service.ask,
      { attachmentIds: [await files.uploaded(stranger)], isSecret: true },
      stranger,
    );
    const path = await addressFor(stranger, report, report.accessCode);
    expect((await files.get(path, stranger)).status).toBe(200);
  });

  it('not any more once its report has become secret', async () => {
    const report = await published();
    const path = await addressFor(stranger, report);
    expect((await files.get(path, stranger)).status).toBe(200);
    await act(service.ask, 'raisePrivacy', { reportId: report.id, isSecret: true }, warga);
    expect((await files.get(path, stranger)).status).toBe(404);
  });

  it.each(['/files/x', '/files/', '/files/..%2f..%2fetc%2fpasswd'])('not at %s', async (path) => {
    expect((await files.get(path, warga)).status).toBe(404);
  });
});

describe('What is kept', () => {
  it('holds nothing that the files told, and no trace of who sent them', async () => {
    const id = await files.uploaded(warga);
    await files.uploaded(warga, await letter());
    await submitted(service.ask, { attachmentIds: [id] });
    expect((await kept()).includes(CANARY)).toBe(false);
    const secret = Buffer.from(warga.reporterKey ?? '', 'base64url');
    expect(await columnsWith(service.database, secret)).toEqual([]);
    const [row] = await service.database.query<object[]>(
      'select uploader_tag from attachment where id = $1',
      [id],
    );
    expect(row).toEqual({ uploader_tag: null });
  });

  describe('for a day', () => {
    let free: string;
    let hanging: string;
    beforeEach(async () => {
      free = await files.uploaded(warga);
      hanging = await files.uploaded(warga);
      await submitted(service.ask, { attachmentIds: [hanging] });
      service.clock.set(new Date(new Date(FRIDAY).getTime() + 24 * 60 * 60_000 + 1).toISOString());
    });
    afterEach(() => sweepFiles(sweeper.parts));

    const isThere = async (id: string): Promise<boolean> =>
      (await service.database.query<unknown[]>('select from attachment where id = $1', [id])).length > 0;

    it('is what nobody attached; what hangs on a report stays', async () => {
      expect(await sweepFiles(sweeper.parts)).toBeGreaterThan(0);
      expect([await isThere(free), await isThere(hanging)]).toEqual([false, true]);
      const folder = service.config.files.store.kind === 'FOLDER' ? service.config.files.store.folder : '';
      const rows = await service.database.query<{ file_key: string }[]>(
        `select file_key from attachment where state = 'CLEAN'`,
      );
      expect((await readdir(folder)).sort()).toEqual(rows.map(({ file_key: key }) => key).sort());
      expect(await sweepFiles(sweeper.parts)).toBe(0);
    });

    it('and cannot be attached before it is swept', async () => {
      const outcome = await act(service.ask, 'submitReport', { ...POTHOLE, attachmentIds: [free] }, warga);
      expect(outcome).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' });
    });
  });
});
