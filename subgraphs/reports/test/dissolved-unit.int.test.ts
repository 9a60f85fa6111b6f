import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, dispatched, type Outcome, responded, type Submitted } from './support/acts.js';
import { AgenciesVoice, anEndedAgency } from './support/agencies-voice.js';
import { entities } from './support/entities.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  healthOfficer,
  national,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

const WORKS = '32.73/1.03';
const HEALTH = '32.73/1.02';

let service: ReportsService;
let agencies: AgenciesVoice;
/** Twelve reports, wherever a report can be while an office has it. */
let reports: readonly Submitted[];

beforeAll(async () => {
  service = await startReports();
  agencies = new AgenciesVoice(service);
  const { ask } = service;
  const times = <Item>(count: number, make: () => Promise<Item>): Promise<Item[]> =>
    Promise.all(Array.from({ length: count }, make));
  const inHand = await times(5, () => dispatched(ask));
  for (const { id } of inHand) await act(ask, 'acceptReport', { reportId: id }, worksOfficer);
  const [first, second] = inHand;
  for (const asked of [first, second])
    await act(
      ask,
      'askReporter',
      { reportId: asked?.id, question: 'Di ruas jalan yang mana?' },
      worksOfficer,
    );
  reports = [
    ...inHand,
    ...(await times(4, () => dispatched(ask))),
    ...(await times(3, () => responded(ask))),
  ];
  await agencies.tell('agency.changed', 2, anEndedAgency(WORKS));
  await agencies.untilRead();
}, 60_000);
afterAll(async () => {
  await agencies.close();
  await service.close();
});

interface Seen {
  readonly state: string;
  readonly agency: { readonly id: string };
  readonly viewerActions: readonly string[];
  readonly clocks: readonly { readonly kind: string; readonly seq: number }[];
}

async function look({ trackingId }: Submitted, viewer = coordinatorBandung): Promise<Seen> {
  const { data, errors } = await service.ask(
    'query ($id: ID!) { report(trackingId: $id) { state viewerActions agency { id } clocks { kind dueAt breachedAt } } }',
    { id: trackingId },
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.report as Seen;
}

async function inboxOf(code: string): Promise<readonly string[]> {
  const { data, errors } = await entities(
    service.ask,
    [{ __typename: 'Agency', id: agencyId(code) }],
    '... on Agency { inbox(first: 50) { nodes { id } } }',
    coordinatorBandung,
  );
  expect(errors).toEqual([]);
  const [agency] = (data as { _entities: { inbox: { nodes: { id: string }[] } }[] })._entities;
  return agency?.inbox.nodes.map(({ id }) => id) ?? [];
}

function ids(): readonly string[] {
  return reports.map(({ id }) => id);
}

/** In the order in which they were made: in hand, just arrived, answered. */
function nth(index: number): Submitted {
  const report = reports[index];
  if (!report) throw new Error('There are twelve.');
  return report;
}

function takeOver({ id }: Submitted, viewer = coordinatorBandung): Promise<Outcome> {
  const reason = 'Dinas dibubarkan dalam penataan organisasi.';
  return act(service.ask, 'takeOverReport', { reportId: id, reason }, viewer);
}

describe('a unit that is dissolved while it holds twelve reports', () => {
  it('keeps them until somebody takes them, so that none is without a holder', async () => {
    expect([...(await inboxOf(WORKS))].sort()).toEqual([...ids()].sort());
    for (const report of reports) expect((await look(report)).agency.id).toBe(agencyId(WORKS));
  });

  it('has nobody any more who could act, and gets no other report', async () => {
    const report = nth(0);
    // What is left is what every citizen may do.
    expect((await look(nth(5), worksOfficer)).viewerActions).toEqual(['SUPPORT']);
    const note = { reportId: report.id, kind: 'INTERIM', body: 'Tim survei sudah turun ke lokasi.' };
    expect(await act(service.ask, 'recordFollowUp', note, worksOfficer)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(dispatched(service.ask)).rejects.toThrow('AGENCY_NOT_FOUND');
  });

  it('is not succeeded by a neighbour, nor by a province that only watches', async () => {
    for (const viewer of [healthOfficer, coordinatorJabar])
      expect(await takeOver(nth(0), viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('gives all twelve to the city that takes them over, as they are and with the deadlines they have', async () => {
    for (const report of reports) {
      const before = await look(report);
      expect(before.viewerActions).toContain('TAKE_OVER');
      expect(await takeOver(report)).toMatchObject({ report: { state: before.state } });
      const after = await look(report);
      expect(after).toMatchObject({ state: before.state, agency: { id: agencyId('32.73') } });
      const ofTheOffice = ({ clocks }: Seen): readonly object[] =>
        clocks.filter(({ kind }) => kind !== 'HOLDER');
      expect(ofTheOffice(after)).toEqual(ofTheOffice(before));
    }
    expect(await inboxOf(WORKS)).toEqual([]);
    expect(await inboxOf('32.73')).toEqual(expect.arrayContaining([...ids()]));
  });

  it('is forgotten from then on: the city dispatches, answers, and hears the reporter', async () => {
    const { ask } = service;
    const [asked, inHand, waiting, answered] = [nth(0), nth(2), nth(5), nth(11)];
    const completion = { reportId: asked.id, text: 'Di depan nomor 12.' };
    expect(await act(ask, 'completeReport', completion, warga)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
    for (const report of [inHand, waiting]) {
      const on = { reportId: report.id, agencyId: agencyId(HEALTH) };
      expect(await act(ask, 'dispatchReport', on, coordinatorBandung)).toMatchObject({
        report: { state: 'DISPATCHED' },
      });
    }
    const reply = { reportId: answered.id, body: 'Belum selesai.' };
    expect(await act(ask, 'replyToReport', reply, warga)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    const final = { kind: 'FINAL', outcome: 'EXPLAINED', body: 'Sudah kami periksa di lapangan.' };
    expect(
      await act(ask, 'recordFollowUp', { reportId: answered.id, ...final }, coordinatorBandung),
    ).toMatchObject({ report: { state: 'RESPONDED' } });
  });
});

describe('a return to an agency that was dissolved meanwhile', () => {
  it('goes to the nearest agency above it, and nobody has to look for it', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await dispatchedTo(HEALTH);
    await agencies.tell('agency.changed', 2, anEndedAgency('32.73'));
    await agencies.untilRead();
    const back = { reportId: report.id, reason: 'NOT_COMPETENT', explanation: 'Bukan ruas jalan kota.' };
    expect(await act(ask, 'returnReport', back, healthOfficer)).toMatchObject({
      report: { state: 'RETURNED' },
    });
    expect((await look(report, national)).agency).toEqual({ id: agencyId('32') });
    expect((await look(report, coordinatorJabar)).viewerActions).toContain('DISPATCH');
  });
});

/** A report that the city has sent to one of its offices. */
async function dispatchedTo(code: string): Promise<Submitted> {
  const report = nth(8);
  const on = { reportId: report.id, agencyId: agencyId(code) };
  const outcome = await act(service.ask, 'dispatchReport', on, coordinatorBandung);
  expect(outcome).toMatchObject({ report: { state: 'DISPATCHED' } });
  return report;
}
