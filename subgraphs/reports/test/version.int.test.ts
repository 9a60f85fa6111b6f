import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import {
  act,
  dispatched,
  POTHOLE,
  responded,
  type Submitted,
  submitted,
  VERIFICATION,
} from './support/acts.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  ksp,
  national,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { rowCounts } from './support/tables.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());

async function versionOf({ trackingId, accessCode }: Submitted, viewer: Viewer): Promise<string | null> {
  const query = 'query ($id: ID!, $code: String) { report(trackingId: $id, accessCode: $code) { version } }';
  const code = viewer === stranger ? accessCode : null;
  const { data, errors } = await service.ask(query, { id: trackingId, code }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: { version: string | null } }).report.version;
}

/** The problem with what it says beside the message. */
async function conflictOf(name: string, input: object, viewer: Viewer): Promise<unknown> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const { data } = await service.ask(
    `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) {
       __typename ... on VersionConflict { code message version state } } }`,
    { input },
    viewer,
  );
  return data?.outcome;
}

describe('two officers who decide about the same report', () => {
  it('are told apart by the version: one decides, the other reads again', async () => {
    const report = await submitted(service.ask);
    const version = await versionOf(report, coordinatorBandung);
    expect(await versionOf(report, national)).toBe(version);
    const verify = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03'), version };
    const outcomes = await Promise.all(
      [coordinatorBandung, national].map((viewer) => conflictOf('verifyReport', verify, viewer)),
    );
    expect(outcomes).toContainEqual({ __typename: 'VerifyReportSuccess' });
    expect(outcomes).toContainEqual({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
      message: 'Laporan sudah diubah orang lain sejak Anda membukanya; muat ulang, lalu putuskan kembali.',
      version: await versionOf(report, national),
      state: 'DISPATCHED',
    });
  });

  it('do not overtake each other even where the state lets both act', async () => {
    const report = await dispatched(service.ask);
    const version = await versionOf(report, worksOfficer);
    const interim = {
      reportId: report.id,
      kind: 'INTERIM',
      body: 'Tim survei sudah turun ke lokasi.',
      version,
    };
    expect(await act(service.ask, 'recordFollowUp', interim, worksOfficer)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
    const before = await rowCounts(service.database);
    expect(await act(service.ask, 'recordFollowUp', interim, worksOfficer)).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await rowCounts(service.database)).toEqual(before);
    const again = { ...interim, version: await versionOf(report, worksOfficer) };
    expect(await act(service.ask, 'recordFollowUp', again, worksOfficer)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });

  it('may leave it out, and are judged by the state alone', async () => {
    const report = await dispatched(service.ask);
    expect(await act(service.ask, 'acceptReport', { reportId: report.id }, worksOfficer)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });
});

describe('the version of a report', () => {
  it('answers a repeated request as the first time, although the report has moved on by it', async () => {
    const report = await dispatched(service.ask);
    const version = await versionOf(report, worksOfficer);
    const idempotencyKey = '0a8f3c52-5b0e-4a6c-8a53-7f1f0c7e1b01';
    const input = { reportId: report.id, idempotencyKey, version };
    const first = await act(service.ask, 'acceptReport', input, worksOfficer);
    expect(first).toMatchObject({ __typename: 'AcceptReportSuccess' });
    expect(await act(service.ask, 'acceptReport', input, worksOfficer)).toEqual(first);
  });

  it('is for those who take part; an account or an access code makes a reporter', async () => {
    const report = await responded(service.ask, {}, stranger);
    const version = await versionOf(report, worksOfficer);
    expect(version).toMatch(/^[\w-]{16}$/);
    expect(await versionOf(report, stranger)).toBe(version);
    for (const viewer of [otherCitizen, ksp, coordinatorJabar]) {
      expect(await versionOf(report, viewer)).toBeNull();
    }
    const input = { reportId: report.id, accessCode: report.accessCode, version: 'kedaluwarsa' };
    expect(await conflictOf('confirmResolution', input, stranger)).toMatchObject({ version });
  });

  it('is not told to a stranger who guesses one', async () => {
    const report = await dispatched(service.ask);
    const input = { reportId: report.id, version: 'tebakan' };
    expect(await conflictOf('acceptReport', input, otherCitizen)).toEqual({ __typename: 'NotAllowed' });
    const hidden = await submitted(service.ask);
    expect(await conflictOf('acceptReport', { ...input, reportId: hidden.id }, otherCitizen)).toEqual({
      __typename: 'ReportNotFound',
    });
  });
});

describe('a masked value sent back', () => {
  const MASKED = 'Hubungi saya di [nomor telepon disembunyikan] sebelum datang ke lokasi.';

  it('is not stored, whichever text it stands in', async () => {
    const { ask, database } = service;
    const unverified = await submitted(ask);
    const open = await dispatched(ask);
    const answered = await responded(ask);
    const before = await rowCounts(database);
    const attempts: readonly [string, object, Viewer, string][] = [
      ['submitReport', { ...POTHOLE, body: MASKED }, warga, 'body'],
      ['submitReport', { ...POTHOLE, title: 'Hubungi •••' }, warga, 'title'],
      ['submitReport', { ...POTHOLE, place: '***' }, warga, 'place'],
      [
        'archiveReport',
        { reportId: unverified.id, reason: 'SPAM', explanation: MASKED },
        national,
        'explanation',
      ],
      ['recordFollowUp', { reportId: open.id, kind: 'INTERIM', body: MASKED }, worksOfficer, 'body'],
      ['replyToReport', { reportId: answered.id, body: MASKED }, warga, 'body'],
      ['withdrawReport', { reportId: open.id, confirm: true, reason: MASKED }, warga, 'reason'],
    ];
    for (const [name, input, viewer, field] of attempts) {
      expect(await act(ask, name, input, viewer)).toMatchObject({
        __typename: 'InvalidInput',
        field,
        message: `Isian ${field} memuat bagian yang disembunyikan. Tulis isinya sendiri, atau kosongkan bagian itu.`,
      });
    }
    expect(await rowCounts(database)).toEqual(before);
  });

  it('does not replace the text as filed when a verifier publishes what was masked', async () => {
    const report = await submitted(service.ask);
    const input = {
      ...VERIFICATION,
      reportId: report.id,
      agencyId: agencyId('32.73/1.03'),
      publicBody: MASKED,
    };
    expect(await act(service.ask, 'verifyReport', input, coordinatorBandung)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    const query = 'query ($id: ID!) { report(trackingId: $id) { body } }';
    const read = async (viewer: Viewer): Promise<unknown> =>
      (await service.ask(query, { id: report.trackingId }, viewer)).data?.report;
    expect(await read(otherCitizen)).toEqual({ body: MASKED });
    expect(await read(warga)).toEqual({ body: POTHOLE.body });
  });
});
