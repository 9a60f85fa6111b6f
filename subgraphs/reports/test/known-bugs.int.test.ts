import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, POTHOLE, responded, type Submitted, submitted } from './support/acts.js';
import { entities } from './support/entities.js';
import { coordinatorBandung, otherCitizen, warga, worksOfficer } from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

let service: ReportsService;
let sweeper: Sweeper;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
}, 60_000);
beforeEach(() => {
  service.clock.set(FRIDAY);
});
afterAll(async () => {
  await sweeper.close();
  await service.close();
});

interface Seen {
  readonly state: string;
  readonly body: string;
  readonly closedAt: string | null;
  readonly viewerActions: readonly string[];
  readonly agency: { readonly id: string };
  readonly history: readonly { readonly act: string; readonly state: string }[];
}

async function look({ trackingId }: Submitted, viewer: Viewer): Promise<Seen> {
  const { data, errors } = await service.ask(
    `query ($id: ID!) { report(trackingId: $id) {
       state body closedAt viewerActions agency { id } history { act state } } }`,
    { id: trackingId },
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.report as Seen;
}

/** A report that its reporter has confirmed on Friday 10 July 2026; the tenth working day after it is the 24th. */
async function closed(): Promise<Submitted> {
  const report = await responded(service.ask);
  await act(service.ask, 'confirmResolution', { reportId: report.id }, warga);
  return report;
}

const LAST_INSTANT = '2026-07-24T16:59:59.999Z';
const TOO_LATE = '2026-07-24T17:00:00.000Z';
const REOPENING = { reason: 'Tambalannya sudah lepas lagi.' };

/** What other systems of this kind got wrong, in the order in which it was told. */
describe('what went wrong elsewhere', () => {
  it('citizens do not see in a search what others reported and nobody published', async () => {
    const mine = await submitted(service.ask, { title: 'Sumur tercemar limbah zamrud', isSecret: true });
    expect(await found(service.ask, { query: 'zamrud' }, coordinatorBandung)).toEqual([mine.id]);
    expect(await found(service.ask, { query: 'zamrud' }, otherCitizen)).toEqual([]);
    expect((await look(mine, warga)).body).toBe(POTHOLE.body);
  });

  it('a masked value that is sent back does not overwrite the real one', async () => {
    const report = await dispatched(service.ask);
    const { body: masked } = await look(report, otherCitizen);
    expect(masked).toContain('[nomor telepon disembunyikan]');
    expect(await act(service.ask, 'submitReport', { ...POTHOLE, body: masked }, warga)).toMatchObject({
      __typename: 'InvalidInput',
      field: 'body',
    });
    expect((await look(report, warga)).body).toBe(POTHOLE.body);
  });

  it('the page and the server agree on the window of a reopening, to the millisecond', async () => {
    const report = await closed();
    for (const [instant, isOffered] of [
      [LAST_INSTANT, true],
      [TOO_LATE, false],
    ] as const) {
      service.clock.set(instant);
      expect((await look(report, warga)).viewerActions.includes('REOPEN')).toBe(isOffered);
    }
    const input = { reportId: report.id, ...REOPENING };
    expect(await act(service.ask, 'reopenReport', input, warga)).toMatchObject({
      code: 'REOPEN_WINDOW_OVER',
    });
    service.clock.set(LAST_INSTANT);
    expect(await act(service.ask, 'reopenReport', input, warga)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });

  it('a day is a day of the calendar in Jakarta, and not the last twenty-four hours', async () => {
    service.clock.set('2026-06-09T16:30:00Z');
    const lateOnThe9th = await submitted(service.ask);
    service.clock.set('2026-06-09T17:30:00Z');
    const earlyOnThe10th = await submitted(service.ask);
    // One hour apart, and ten hours before whoever asks: only one of them is of today.
    service.clock.set('2026-06-10T03:30:00Z');
    const today = { submittedFrom: '2026-06-10', submittedTo: '2026-06-10' };
    const ofToday = await found(service.ask, today, coordinatorBandung);
    expect(ofToday).toContain(earlyOnThe10th.id);
    expect(ofToday).not.toContain(lateOnThe9th.id);
  });

  it('an office finds in its inbox what was assigned to it, first of all when nothing else is due sooner', async () => {
    const report = await dispatched(service.ask);
    const { data } = await entities(
      service.ask,
      [{ __typename: 'Agency', id: agencyId('32.73/1.03') }],
      '... on Agency { inbox { nodes { id viewerActions } } }',
      worksOfficer,
    );
    const [agency] = (
      data as { _entities: { inbox: { nodes: { id: string; viewerActions: string[] }[] } }[] }
    )._entities;
    const assigned = agency?.inbox.nodes.find(({ id }) => id === report.id);
    expect(assigned?.viewerActions).toContain('ACCEPT');
  });

  it('nothing that is said or written after a closing restarts the window of a reopening', async () => {
    const report = await closed();
    service.clock.set('2026-07-20T03:00:00Z');
    const reportId = report.id;
    const attempts = [
      await act(service.ask, 'replyToReport', { reportId, body: 'Terima kasih banyak.' }, warga),
      await act(service.ask, 'sendMessage', { reportId, body: 'Terima kasih kembali.' }, coordinatorBandung),
    ];
    expect(attempts.map(({ __typename }) => __typename)).toEqual(['ReportNotInState', 'ReportNotInState']);
    const note = { reportId, body: 'Pelapor mengucapkan terima kasih.' };
    expect(await act(service.ask, 'addNote', note, worksOfficer)).toMatchObject({
      __typename: 'AddNoteSuccess',
    });
    await act(service.ask, 'raisePrivacy', { reportId, isAnonymous: true, isSecret: false }, warga);
    service.clock.set(TOO_LATE);
    expect((await look(report, warga)).viewerActions).not.toContain('REOPEN');
  });

  it('"not our authority" gives a report back and never closes it', async () => {
    const report = await dispatched(service.ask);
    const back = { reportId: report.id, reason: 'NOT_COMPETENT', explanation: 'Bukan ruas jalan kota.' };
    await act(service.ask, 'returnReport', back, worksOfficer);
    expect(await look(report, warga)).toMatchObject({
      state: 'RETURNED',
      closedAt: null,
      agency: { id: agencyId('32.73') },
    });
  });

  it('a report whose time runs out stays with its holder', async () => {
    const report = await dispatched(service.ask);
    const verified = await submitted(service.ask);
    service.clock.set('2026-10-30T03:00:00Z');
    await sweeper.sweep();
    expect(await look(report, warga)).toMatchObject({
      state: 'DISPATCHED',
      agency: { id: agencyId('32.73/1.03') },
    });
    expect(await look(verified, warga)).toMatchObject({
      state: 'SUBMITTED',
      agency: { id: agencyId('32.73') },
    });
    const acts = (await look(report, warga)).history.map(({ act: name }) => name);
    expect(acts).toEqual(expect.arrayContaining(['BREACH', 'OVERSIGHT_ELIGIBLE']));
  });
});

describe('what went wrong here', () => {
  it('an agency was not found by its id in capitals, as some tools write it', async () => {
    const report = await submitted(service.ask, { agencyId: agencyId('32.73').toUpperCase() });
    expect((await look(report, warga)).agency.id).toBe(agencyId('32.73'));
  });
});
