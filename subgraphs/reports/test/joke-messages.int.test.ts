import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, type Submitted, submitted } from './support/acts.js';
import { coordinatorBandung, ksp, national, otherCitizen, stranger, warga } from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';

const EXPLANATION = 'Isi laporan tidak dapat ditindaklanjuti. Untuk keadaan darurat hubungi 112.';

/** What arrives on every open line, and why it is not taken up. */
const JOKES = [
  [
    'SPAM',
    'Pinjaman kilatan tanpa agunan',
    'Cukup KTP, dana kilatan cair lima menit, hubungi kami sekarang.',
  ],
  ['ABUSIVE', 'Walikota bodohlah pokoknya', 'Bodohlah kalian semua, makan gaji buta, tidak ada gunanya.'],
  ['NOT_UNDERSTANDABLE', 'asdfgh qwerty zxcvb', 'wkwkwkwk cuma ngetes doang ya min jangan marah wkwkwk'],
] as const;
const WORDS = ['kilatan', 'bodohlah', 'wkwkwkwk'];

let service: ReportsService;
let archived: readonly Submitted[];

beforeAll(async () => {
  service = await startReports();
  archived = await Promise.all(JOKES.map(([reason, title, body]) => setAside(reason, { title, body })));
}, 60_000);
afterAll(() => service.close());

async function setAside(reason: string, joke: object): Promise<Submitted> {
  const report = await submitted(service.ask, joke);
  const input = { reportId: report.id, reason, explanation: EXPLANATION };
  const outcome = await act(service.ask, 'archiveReport', input, coordinatorBandung);
  expect(outcome).toMatchObject({ report: { state: 'ARCHIVED' } });
  return report;
}

async function look<Seen>({ trackingId }: Submitted, fields: string, viewer: Viewer): Promise<Seen | null> {
  const query = `query ($id: ID!) { report(trackingId: $id) { ${fields} } }`;
  const { data, errors } = await service.ask(query, { id: trackingId }, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Seen | null }).report;
}

describe('messages that are no reports', () => {
  it('are set aside and never public: not by number, in no list and by no word', async () => {
    for (const viewer of [stranger, otherCitizen]) {
      for (const report of archived) expect(await look(report, 'state', viewer)).toBeNull();
      for (const word of WORDS) expect(await found(service.ask, { query: word }, viewer)).toEqual([]);
    }
  });

  it('tell their reporter why, and where to turn instead', async () => {
    for (const report of archived) {
      const seen = await look<{ history: object[] }>(report, 'state history { act reason }', warga);
      expect(seen).toMatchObject({ state: 'ARCHIVED' });
      expect(seen?.history.at(-1)).toEqual({ act: 'ARCHIVE', reason: EXPLANATION });
    }
  });

  it('are read by nobody through the events of the house', async () => {
    const rows = await service.database.query<object[]>('select payload from outbox');
    for (const word of [...WORDS, 'darurat']) expect(JSON.stringify(rows)).not.toContain(word);
  });

  it('are counted as archived by whoever counts, and have no clock that could run out', async () => {
    for (const report of archived) {
      const seen = await look<{ clocks: { state: string }[] }>(report, 'clocks { state }', national);
      expect(seen?.clocks.map(({ state }) => state)).not.toContain('RUNNING');
      expect(await look(report, 'state', ksp)).toEqual({ state: 'ARCHIVED' });
    }
  });

  it('may have been meant: each can be appealed once, is judged above, and stays hidden', async () => {
    const [report] = archived;
    if (!report) throw new Error('There are three.');
    expect(await look(report, 'viewerActions', warga)).toMatchObject({
      viewerActions: expect.arrayContaining(['APPEAL']),
    });
    const appeal = {
      reportId: report.id,
      body: 'Saya sungguh-sungguh: ini penipuan yang beredar di RT kami.',
    };
    expect(await act(service.ask, 'appealArchival', appeal, otherCitizen)).toMatchObject({
      __typename: 'ReportNotFound',
    });
    expect(await act(service.ask, 'appealArchival', appeal, warga)).toMatchObject({
      report: { state: 'SUBMITTED' },
    });
    const again = { reportId: report.id, reason: 'SPAM', explanation: EXPLANATION };
    expect(await act(service.ask, 'archiveReport', again, coordinatorBandung)).toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
    expect(await act(service.ask, 'archiveReport', again, national)).toMatchObject({
      report: { state: 'ARCHIVED' },
    });
    expect(await act(service.ask, 'appealArchival', appeal, warga)).toMatchObject({ code: 'NO_APPEAL_LEFT' });
    expect(await look(report, 'state', stranger)).toBeNull();
  });
});
