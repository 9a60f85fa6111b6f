import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportFacts } from '@satu-pintu/events';
import type { Viewer } from '@satu-pintu/domain-kit';
import {
  act,
  dispatched,
  type Outcome,
  responded,
  type Submitted,
  submitted,
  VERIFICATION,
} from './support/acts.js';
import { entities } from './support/entities.js';
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
import { type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';

const PUBLIC: readonly Viewer[] = [stranger, otherCitizen, healthOfficer];
const REASON = 'Nama anak disebut di dalam laporan.';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

interface Seen {
  readonly id: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly publication: string;
  readonly publishedAt: string | null;
  readonly viewerActions: readonly string[];
  readonly history: readonly { readonly act: string; readonly reason: string | null }[];
  readonly followUps: { readonly nodes: readonly { readonly id: string; readonly body: string | null }[] };
  readonly latestFollowUp: { readonly body: string | null } | null;
}

const FIELDS = `id title body publication publishedAt viewerActions history { act reason }
  followUps { nodes { id body } } latestFollowUp { body }`;

async function seen({ trackingId }: Submitted, viewer: Viewer): Promise<Seen | null> {
  const query = `query ($id: ID!) { report(trackingId: $id) { ${FIELDS} } }`;
  const { data, errors } = await service.ask(query, { id: trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Seen | null }).report;
}

function edit(name: string, { id }: Submitted, input: object, viewer: Viewer): Promise<Outcome> {
  return act(service.ask, name, { reportId: id, reason: REASON, ...input }, viewer);
}

/** Is it in lists, in a search for a word, in an agency's list, as a reference, and by its number? */
async function isThereFor(report: Submitted, word: string, viewer: Viewer): Promise<readonly boolean[]> {
  const agency = { __typename: 'Agency', id: agencyId('32.73/1.03') };
  const held = await entities(
    service.ask,
    [agency],
    '... on Agency { reports(first: 100) { nodes { id } } }',
    viewer,
  );
  const reference = { __typename: 'Report', id: report.id };
  const entity = await entities(service.ask, [reference], '... on Report { id }', viewer);
  return [
    (await found(service.ask, {}, viewer)).includes(report.id),
    (await found(service.ask, { query: word }, viewer)).includes(report.id),
    JSON.stringify(held.data).includes(report.id),
    JSON.stringify(entity.data).includes(report.id),
    (await seen(report, viewer)) !== null,
  ];
}

async function toldLast({
  id,
}: Submitted): Promise<{ readonly type: string; readonly payload: ReportFacts } | undefined> {
  const [last] = await service.database.query<{ type: string; payload: ReportFacts }[]>(
    'select type, payload from outbox where aggregate_id = $1 order by version desc limit 1',
    [id],
  );
  return last;
}

describe('a report whose public text says too much', () => {
  it('is read anew by the public at once, and found by the old words no more', async () => {
    const report = await submitted(service.ask);
    const texts = { publicTitle: 'Guru Sukirman memungut uang', publicBody: 'Anak bernama Melati dipungut.' };
    const verification = { ...VERIFICATION, ...texts, agencyId: agencyId('32.73/1.03') };
    await act(service.ask, 'verifyReport', { ...verification, reportId: report.id }, coordinatorBandung);
    await act(
      service.ask,
      'recordFollowUp',
      { reportId: report.id, kind: 'INTERIM', body: 'Melati sudah kami temui.' },
      worksOfficer,
    );
    const line = (await seen(report, worksOfficer))?.followUps.nodes[0]?.id ?? '';
    expect(await found(service.ask, { query: 'Melati' })).toContain(report.id);

    const redaction = {
      publicTitle: 'Pungutan di sekolah',
      publicBody: 'Seorang anak dipungut, 0812-3456-7890.',
      hideFollowUpIds: [line],
    };
    for (const viewer of [worksOfficer, coordinatorJabar, warga, stranger, ombudsman]) {
      expect(await edit('redactReport', report, redaction, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect(await edit('redactReport', report, redaction, coordinatorBandung)).toMatchObject({
      __typename: 'RedactReportSuccess',
    });
    for (const viewer of PUBLIC) {
      const read = await seen(report, viewer);
      expect(read).toMatchObject({
        title: 'Pungutan di sekolah',
        body: 'Seorang anak dipungut, [nomor telepon disembunyikan].',
        publication: 'REDACTED',
        followUps: { nodes: [{ id: line, body: null }] },
        latestFollowUp: { body: null },
      });
      expect(JSON.stringify(read)).not.toMatch(/Melati|Sukirman/);
      expect(await found(service.ask, { query: 'Melati' }, viewer)).not.toContain(report.id);
    }
    for (const viewer of [warga, worksOfficer]) {
      expect((await seen(report, viewer))?.followUps.nodes[0]?.body).toBe('Melati sudah kami temui.');
    }
    expect((await seen(report, warga))?.history.at(-1)).toEqual({ act: 'REDACT', reason: REASON });
    expect((await seen(report, stranger))?.history.at(-1)).toEqual({ act: 'REDACT', reason: null });
  });

  it('is not redacted by nothing, nor by lines of another report', async () => {
    const [report, other] = [await dispatched(service.ask), await responded(service.ask)];
    const line = (await seen(other, worksOfficer))?.followUps.nodes[0]?.id;
    expect(await edit('redactReport', report, {}, national)).toMatchObject({ field: 'publicTitle' });
    for (const id of [line, 'nothing']) {
      expect(await edit('redactReport', report, { hideFollowUpIds: [id] }, national)).toMatchObject({
        field: 'hideFollowUpIds',
      });
    }
    const unread = await submitted(service.ask);
    expect(await edit('redactReport', unread, { publicTitle: 'Judul baru' }, national)).toMatchObject({
      code: 'REPORT_NOT_IN_STATE',
    });
  });
});

describe('a hidden report', () => {
  it('is nowhere for the public until it is shown again as it was', async () => {
    const report = await responded(service.ask, {});
    const before = await seen(report, stranger);
    for (const viewer of PUBLIC)
      expect(await isThereFor(report, 'Braga', viewer)).toEqual(Array(5).fill(true));
    expect(await edit('hideReport', report, {}, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await edit('hideReport', report, { reason: '' }, national)).toMatchObject({ field: 'reason' });
    await edit('hideReport', report, {}, national);
    for (const viewer of PUBLIC)
      expect(await isThereFor(report, 'Braga', viewer)).toEqual(Array(5).fill(false));
    expect(await isThereFor(report, 'Braga', worksOfficer)).toEqual(Array(5).fill(true));
    expect(await seen(report, warga)).toMatchObject({ publication: 'HIDDEN' });
    expect(await toldLast(report)).toMatchObject({ type: 'report.hidden', payload: { isPublished: false } });
    expect(await edit('hideReport', report, {}, national)).toMatchObject({ code: 'PUBLICATION_UNFIT' });
    await act(service.ask, 'replyToReport', { reportId: report.id, body: 'Belum selesai.' }, warga);

    await edit('publishReport', report, {}, coordinatorBandung);
    expect(await seen(report, stranger)).toMatchObject({
      title: before?.title,
      publication: 'PUBLISHED',
      publishedAt: before?.publishedAt,
    });
    expect(await toldLast(report)).toMatchObject({
      type: 'report.published',
      payload: { isPublished: true },
    });
    expect(await edit('publishReport', report, {}, national)).toMatchObject({ code: 'PUBLICATION_UNFIT' });
  });
});

describe('a report that is secret no more', () => {
  it('becomes public only when an overseer publishes it, without what was said in secret', async () => {
    const report = await dispatched(service.ask, { isSecret: true, isAnonymous: true });
    const reportId = report.id;
    const tell = (body: string): Promise<Outcome> =>
      act(service.ask, 'recordFollowUp', { reportId, kind: 'INTERIM', body }, worksOfficer);
    await tell('Kami menyelidiki secara tertutup.');
    expect(await edit('publishReport', report, {}, national)).toMatchObject({ code: 'PUBLICATION_UNFIT' });
    const lower = { reportId, confirm: true };
    for (const viewer of [worksOfficer, coordinatorBandung, national]) {
      expect(await act(service.ask, 'lowerPrivacy', lower, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect(await act(service.ask, 'lowerPrivacy', { ...lower, confirm: false }, warga)).toMatchObject({
      field: 'confirm',
    });
    service.clock.advanceHours(1);
    expect(await act(service.ask, 'lowerPrivacy', lower, warga)).toMatchObject({
      __typename: 'LowerPrivacySuccess',
    });
    expect(await act(service.ask, 'lowerPrivacy', lower, warga)).toMatchObject({ code: 'NOT_SECRET' });
    for (const viewer of PUBLIC) expect(await seen(report, viewer)).toBeNull();
    expect(await toldLast(report)).toMatchObject({ payload: { isSecret: false, isPublished: false } });
    expect((await seen(report, ksp))?.title).toBe('Jalan berlubang di Jalan Braga');
    expect(await seen(report, warga)).toMatchObject({ publication: 'UNPUBLISHED' });
    expect((await seen(report, coordinatorBandung))?.viewerActions).toContain('PUBLISH');

    service.clock.advanceHours(1);
    await edit('publishReport', report, {}, coordinatorBandung);
    await tell('Sekarang kami bicara terbuka.');
    const read = await seen(report, stranger);
    expect(read?.title).toBe(VERIFICATION.publicTitle);
    expect(read?.followUps.nodes.map(({ body }) => body)).toEqual([null, 'Sekarang kami bicara terbuka.']);
  });

  it('shows nothing again that an editor had taken out, and a secret one forgets when it was public', async () => {
    const report = await dispatched(service.ask);
    const reportId = report.id;
    await edit(
      'redactReport',
      report,
      { publicTitle: 'Jalan rusak', publicBody: 'Ada jalan rusak.' },
      national,
    );
    await act(service.ask, 'raisePrivacy', { reportId, isSecret: true }, warga);
    await act(service.ask, 'lowerPrivacy', { reportId, confirm: true }, warga);
    await edit('publishReport', report, {}, national);
    expect(await seen(report, stranger)).toMatchObject({
      title: 'Jalan rusak',
      body: 'Ada jalan rusak.',
      publication: 'REDACTED',
    });
  });
});
