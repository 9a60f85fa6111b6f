import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../support/database.js';
import { act, type Asker, request, send } from '../support/graph.js';
import { everybody, type People } from '../support/people.js';
import {
  agencyId,
  dispatched,
  type Filed,
  filed,
  FINAL_ANSWER,
  POTHOLE,
  PUBLIC_WORKS,
  VERIFICATION,
} from '../support/reports.js';
import { rowsIn } from '../support/rows.js';
import { stack } from '../support/stack.js';

const database = openDatabase(stack.databaseUrl);
let people: People;
let fresh: Filed;
let inOffice: Filed;
let visitors: Filed;

/** What is sent, and what comes back. */
interface Wrong {
  readonly what: string;
  readonly mutation: string;
  readonly input: () => object;
  readonly asker: () => Asker;
  readonly problem: object;
  readonly id: string;
  readonly en: string;
}

const NO_SUCH_REPORT = {
  problem: { __typename: 'ReportNotFound', code: 'REPORT_NOT_FOUND' },
  id: 'Laporan tidak ditemukan. Periksa nomor laporan dan kode aksesnya.',
  en: 'There is no such report. Check its number and its access code.',
};
const NO_SUCH_AGENCY = {
  problem: { __typename: 'AgencyNotFound', code: 'AGENCY_NOT_FOUND' },
  id: 'Instansi tidak ditemukan atau tidak aktif lagi. Pilih instansi lain.',
  en: 'There is no such agency, or it is no longer active. Choose another one.',
};
const NOT_ALLOWED = {
  problem: { __typename: 'NotAllowed', code: 'NOT_ALLOWED' },
  id: 'Peran Anda tidak mengizinkan tindakan ini.',
  en: 'Your role does not allow this act.',
};
const movedOn = (state: string) => ({
  problem: { __typename: 'ReportNotInState', code: 'REPORT_NOT_IN_STATE', state },
  id: 'Laporan sudah berubah status; muat ulang untuk melihat keadaan terbarunya.',
  en: 'The report has moved on; reload it to see where it stands.',
});
const invalid = (field: string, id: string, en: string) => ({
  problem: { __typename: 'InvalidInput', code: 'INVALID_INPUT', field },
  id,
  en,
});

const submission = (changes: object) => ({
  mutation: 'submitReport',
  input: () => ({ ...POTHOLE, ...changes }),
  asker: () => people.warga,
});

const WRONG: readonly Wrong[] = [
  { what: 'an agency that nobody knows', ...submission({ agencyId: randomUUID() }), ...NO_SUCH_AGENCY },
  { what: 'an agency id that is no id', ...submission({ agencyId: "32.73'--" }), ...NO_SUCH_AGENCY },
  {
    what: 'a title of blanks',
    ...submission({ title: ' \n ' }),
    ...invalid('title', 'Isian title wajib diisi.', 'title must be filled in.'),
  },
  {
    what: 'a text that is too short',
    ...submission({ body: 'Rusak.' }),
    ...invalid('body', 'Isian body terlalu pendek.', 'body is too short.'),
  },
  {
    what: 'a text of more than 8,000 characters',
    ...submission({ body: 'a'.repeat(8_001) }),
    ...invalid('body', 'Isian body terlalu panjang.', 'body is too long.'),
  },
  {
    what: 'a NUL in the text',
    ...submission({ body: `${POTHOLE.body}\u0000` }),
    ...invalid(
      'body',
      'Isian body memuat karakter yang tidak dapat dibaca.',
      'body contains characters that cannot be read.',
    ),
  },
  {
    what: 'half a character in the text',
    ...submission({ body: `${POTHOLE.body}\ud83d` }),
    ...invalid(
      'body',
      'Isian body memuat karakter yang tidak dapat dibaca.',
      'body contains characters that cannot be read.',
    ),
  },
  {
    what: 'an incident of the future',
    ...submission({ incidentDate: '2199-01-01' }),
    ...invalid(
      'incidentDate',
      'Tanggal pada incidentDate belum terjadi.',
      'incidentDate lies in the future.',
    ),
  },
  {
    what: 'no consent',
    ...submission({ consent: false }),
    ...invalid('consent', 'Isian consent wajib diisi.', 'consent must be filled in.'),
  },
  {
    what: 'a region that is none',
    ...submission({ regionCode: 'Bandung' }),
    ...invalid('regionCode', 'Isian regionCode tidak sesuai format.', 'regionCode is not in the right form.'),
  },
  {
    what: 'a report that is not there',
    mutation: 'acceptReport',
    input: () => ({ reportId: randomUUID() }),
    asker: () => people.worksOfficer,
    ...NO_SUCH_REPORT,
  },
  {
    what: 'a report id that is no id',
    mutation: 'acceptReport',
    input: () => ({ reportId: '1' }),
    asker: () => people.worksOfficer,
    ...NO_SUCH_REPORT,
  },
  {
    what: 'the report of somebody else',
    mutation: 'replyToReport',
    input: () => ({ reportId: fresh.id, body: 'Laporan saya juga.' }),
    asker: () => people.warga2,
    ...NO_SUCH_REPORT,
  },
  {
    what: 'a wrong access code',
    mutation: 'confirmResolution',
    input: () => ({ reportId: visitors.id, accessCode: 'AAAAAAAAAA', rating: 5 }),
    asker: () => null,
    ...NO_SUCH_REPORT,
  },
  {
    what: 'an answer by an office that does not hold the report',
    mutation: 'recordFollowUp',
    input: () => ({ ...FINAL_ANSWER, reportId: inOffice.id }),
    asker: () => people.coordinatorKemenkes,
    ...NOT_ALLOWED,
  },
  {
    what: 'a confirmation before there is an answer',
    mutation: 'confirmResolution',
    input: () => ({ reportId: fresh.id, rating: 5 }),
    asker: () => people.warga,
    ...movedOn('SUBMITTED'),
  },
  {
    what: 'a second verification',
    mutation: 'verifyReport',
    input: () => ({ ...VERIFICATION, reportId: inOffice.id, agencyId: PUBLIC_WORKS }),
    asker: () => people.coordinatorBandung,
    ...movedOn('DISPATCHED'),
  },
  {
    what: 'a topic that nobody knows',
    mutation: 'verifyReport',
    input: () => ({ ...VERIFICATION, categoryId: '99.999', reportId: fresh.id, agencyId: PUBLIC_WORKS }),
    asker: () => people.coordinatorBandung,
    problem: { __typename: 'CategoryNotFound', code: 'CATEGORY_NOT_FOUND' },
    id: 'Kategori tidak ditemukan atau masih memiliki subkategori. Pilih kategori paling rinci.',
    en: 'There is no such topic, or it has topics below it. Choose the most precise one.',
  },
  {
    what: 'an agency outside the own house',
    mutation: 'verifyReport',
    input: () => ({ ...VERIFICATION, reportId: fresh.id, agencyId: agencyId('KEMENKES') }),
    asker: () => people.coordinatorBandung,
    problem: { __typename: 'AgencyOutOfReach', code: 'AGENCY_OUT_OF_REACH' },
    id: 'Anda hanya dapat meneruskan laporan di lingkungan instansi Anda.',
    en: 'You can send reports only within the house that you manage.',
  },
];

beforeAll(async () => {
  people = await everybody();
  fresh = await filed(people.warga);
  inOffice = await dispatched(people.warga, people);
  visitors = await filed(null);
});
afterAll(() => database.close());

describe('a request that cannot be carried out', () => {
  it.each(WRONG)('is refused with a reason in both languages: $what', async (wrong) => {
    const before = await rowsIn('reports', database);
    for (const language of ['id', 'en'] as const) {
      const outcome = await act(wrong.mutation, wrong.input(), wrong.asker(), {
        'accept-language': language,
      });
      expect(outcome).toMatchObject({ ...wrong.problem, message: wrong[language] });
    }
    expect(await rowsIn('reports', database)).toEqual(before);
  });

  it('is refused in Indonesian when no language is named', async () => {
    const input = { reportId: randomUUID(), body: 'Belum selesai.' };
    const outcome = await act('replyToReport', input, null, { 'accept-language': '*' });
    expect(outcome.message).toBe(NO_SUCH_REPORT.id);
  });

  it('is refused as a whole when it is a megabyte', async () => {
    const before = await rowsIn('reports', database);
    const query = 'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }';
    const input = { ...POTHOLE, body: 'a'.repeat(2 ** 20) };
    const { status, headers, errors, data } = await request(query, { input }, people.warga);
    expect({ status, data }).toEqual({ status: 413, data: null });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await rowsIn('reports', database)).toEqual(before);
  });

  it.each([
    ['a field that is missing', { title: undefined }],
    ['an enum that is not known', { requestedType: 'COMPLAINTS' }],
    ['a text that is a number', { title: 5 }],
    ['a day that does not exist', { incidentDate: '2026-02-30' }],
    ['a field that nobody asked for', { reporterId: 'x' }],
  ])('is refused before anybody acts when it has %s', async (_, changes) => {
    const before = await rowsIn('reports', database);
    const query = 'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }';
    const { data, errors } = await request(query, { input: { ...POTHOLE, ...changes } }, people.warga);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await rowsIn('reports', database)).toEqual(before);
  });

  it('is refused with the same shape when it is no JSON', async () => {
    const { status, errors } = await send('{"query":', {});
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });
});

describe('two officers who verify in the same second', () => {
  it('are answered once with success and once with the state it has now', async () => {
    const { id: reportId } = await filed(people.warga);
    const input = { ...VERIFICATION, reportId, agencyId: PUBLIC_WORKS };
    const outcomes = await Promise.all(
      [people.coordinatorBandung, people.national].map((officer) => act('verifyReport', input, officer)),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ReportNotInState',
      'VerifyReportSuccess',
    ]);
    const acts = await database.rows('select act from reports.history_entry where report_id = $1', [
      reportId,
    ]);
    expect(acts).toEqual([{ act: 'SUBMIT' }, { act: 'VERIFY' }]);
  });
});

describe('an idempotency key', () => {
  it('files one report, however often it is sent, and is refused with other content', async () => {
    const idempotencyKey = randomUUID();
    const [first, second] = await Promise.all([
      filed(people.warga, { idempotencyKey }),
      filed(people.warga, { idempotencyKey }),
    ]);
    expect(second).toEqual(first);
    const other = { ...POTHOLE, idempotencyKey, title: 'Judul yang lain sama sekali' };
    expect(await act('submitReport', other, people.warga)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });
});
