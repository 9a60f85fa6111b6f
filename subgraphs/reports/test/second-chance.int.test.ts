import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { stableId, type Viewer } from '@satu-pintu/domain-kit';
import {
  act,
  dispatched,
  type Outcome,
  responded,
  type Submitted,
  submitted,
  VERIFICATION,
} from './support/acts.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  healthOfficer,
  national,
  ombudsman,
  otherCitizen,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper } from './support/sweeper.js';

/** Ten working days after this Friday, with two holidays between, end in this instant. */
const ENDED_AT = '2026-08-14T03:00:00.000Z';
const LAST_INSTANT = '2026-09-01T16:59:59.999Z';
const TOO_LATE = '2026-09-01T17:00:00.000Z';

/** Another officer of the national desk. */
const colleague: Viewer = {
  ...national,
  tag: 'tag-colleague',
  appointments: national.appointments.map((post) => ({
    ...post,
    officerId: stableId('officer', 'colleague'),
  })),
};

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
beforeEach(() => {
  service.clock.set(FRIDAY);
});
afterAll(() => service.close());

interface Seen {
  readonly state: string;
  readonly closedAt: string | null;
  readonly viewerActions: readonly string[];
  readonly agency: { readonly id: string };
  readonly rating: { readonly stars: number } | null;
  readonly dispositions: readonly { readonly act: string; readonly to: { readonly id: string } }[];
  readonly history: readonly {
    readonly act: string;
    readonly role: string;
    readonly reason: string | null;
  }[];
  readonly clocks: readonly { readonly kind: string; readonly state: string }[];
}

async function seen({ trackingId, accessCode }: Submitted, viewer: Viewer): Promise<Seen> {
  const { data, errors } = await service.ask(
    `query ($trackingId: ID!, $accessCode: String) { report(trackingId: $trackingId, accessCode: $accessCode) {
       state closedAt viewerActions agency { id } rating { stars } dispositions { act to { id } }
       history { act role reason } clocks { kind state } } }`,
    { trackingId, accessCode: viewer === stranger ? accessCode : null },
    viewer,
  );
  expect(errors).toEqual([]);
  return (data as { report: Seen }).report;
}

function appeal({ id }: Submitted, viewer: Viewer, accessCode?: string): Promise<Outcome> {
  const body = 'Ini bukan iklan, lubangnya nyata.';
  return act(service.ask, 'appealArchival', { reportId: id, body, accessCode }, viewer);
}

function reopen({ id }: Submitted, viewer: Viewer, accessCode?: string): Promise<Outcome> {
  const reason = 'Tambalannya sudah lepas lagi.';
  return act(service.ask, 'reopenReport', { reportId: id, reason, accessCode }, viewer);
}

function archive({ id }: Submitted, viewer: Viewer): Promise<Outcome> {
  const input = { reportId: id, reason: 'SPAM', explanation: 'Isinya hanya iklan.' };
  return act(service.ask, 'archiveReport', input, viewer);
}

/** Lets the verifier ask the reporter for what is missing. */
async function askFirst({ id }: Submitted): Promise<void> {
  const input = { reportId: id, missing: ['PLACE'], message: 'Mohon sebutkan di mana itu terjadi.' };
  expect(await act(service.ask, 'requestCompletion', input, coordinatorBandung)).toMatchObject({
    report: { state: 'AWAITING_REPORTER' },
  });
}

/** A report that was archived by somebody at the instant from which windows are counted. */
async function archived(by: Viewer, reporter: Viewer = warga): Promise<Submitted> {
  service.clock.set(ENDED_AT);
  const report = await submitted(service.ask, {}, reporter);
  expect(await archive(report, by)).toMatchObject({ __typename: 'ArchiveReportSuccess' });
  return report;
}

/** A report whose reporter has confirmed it at that instant. */
async function closed(reporter: Viewer = warga): Promise<Submitted> {
  service.clock.set(ENDED_AT);
  const report = await responded(service.ask, {}, reporter);
  await confirm(report, reporter);
  return report;
}

async function confirm({ id, accessCode }: Submitted, reporter: Viewer): Promise<void> {
  const input = { reportId: id, rating: 5, accessCode };
  expect(await act(service.ask, 'confirmResolution', input, reporter)).toMatchObject({
    report: { state: 'CLOSED' },
  });
}

async function answer({ id }: Submitted): Promise<void> {
  const final = { reportId: id, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal lagi.' };
  expect(await act(service.ask, 'recordFollowUp', final, worksOfficer)).toMatchObject({
    report: { state: 'RESPONDED' },
  });
}

describe('an appeal against archiving', () => {
  it('goes to the national desk, where no coordinator is between, and the time to verify begins anew', async () => {
    const report = await archived(coordinatorBandung);
    expect(await appeal(report, warga)).toMatchObject({ report: { state: 'SUBMITTED' } });
    const { agency, closedAt, dispositions, history, clocks, viewerActions } = await seen(report, warga);
    expect(agency.id).toBe(agencyId('NASIONAL'));
    expect(closedAt).toBeNull();
    expect(viewerActions).toEqual(['WITHDRAW', 'RAISE_PRIVACY']);
    expect(dispositions.at(-1)).toEqual({ act: 'APPEAL', to: { id: agencyId('NASIONAL') } });
    expect(history.at(-1)).toEqual({
      act: 'APPEAL',
      role: 'REPORTER',
      reason: 'Ini bukan iklan, lubangnya nyata.',
    });
    const running = clocks.filter(({ state }) => state === 'RUNNING').map(({ kind }) => kind);
    expect(running.sort()).toEqual(['CITIZEN', 'HOLDER', 'VERIFICATION']);
    // It was taken out of the hands of those who had archived it.
    expect(await archive(report, coordinatorBandung)).toMatchObject({ code: 'REPORT_NOT_FOUND' });
  });

  it('goes to the coordinator above, through a supervisory tie too', async () => {
    const id = stableId('officer', 'koordinator-jabar');
    await service.database.query(
      `insert into officer_post (id, agency_id, role, can_sign_in, version) values ($1, $2, 'COORDINATOR_ADMIN', true, 1)`,
      [id, agencyId('32')],
    );
    const report = await archived(coordinatorBandung);
    await appeal(report, warga);
    expect((await seen(report, warga)).agency.id).toBe(agencyId('32'));
    expect((await seen(report, coordinatorJabar)).viewerActions).toContain('VERIFY');
    await service.database.query('delete from officer_post where id = $1', [id]);
  });

  it('is judged by another officer than the one who archived it', async () => {
    const report = await archived(national);
    await appeal(report, warga);
    const verification = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03') };
    expect(await act(service.ask, 'verifyReport', verification, national)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await archive(report, national)).toMatchObject({ code: 'NOT_ALLOWED' });
    const offered = (await seen(report, national)).viewerActions;
    expect(offered).not.toContain('VERIFY');
    expect(offered).not.toContain('ARCHIVE');
    expect((await seen(report, colleague)).viewerActions).toContain('VERIFY');
    expect(await act(service.ask, 'verifyReport', verification, colleague)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
  });

  it('needs no account, and is in time to the last instant of the tenth working day', async () => {
    const report = await archived(coordinatorBandung, stranger);
    service.clock.set(LAST_INSTANT);
    expect((await seen(report, stranger)).viewerActions).toContain('APPEAL');
    expect(await appeal(report, stranger, report.accessCode)).toMatchObject({
      report: { state: 'SUBMITTED' },
    });
  });

  it('is late a millisecond after, and is not offered then', async () => {
    const report = await archived(coordinatorBandung);
    service.clock.set(TOO_LATE);
    expect(await appeal(report, warga)).toMatchObject({ code: 'APPEAL_WINDOW_OVER' });
    expect((await seen(report, warga)).viewerActions).not.toContain('APPEAL');
  });

  it('is possible once', async () => {
    const report = await archived(coordinatorBandung);
    await appeal(report, warga);
    expect(await archive(report, colleague)).toMatchObject({ __typename: 'ArchiveReportSuccess' });
    expect(await appeal(report, warga)).toMatchObject({ code: 'NO_APPEAL_LEFT' });
    expect((await seen(report, warga)).viewerActions).not.toContain('APPEAL');
  });

  it('is possible too where nobody but the system has archived it', async () => {
    const report = await submitted(service.ask);
    await askFirst(report);
    service.clock.set('2026-08-10T05:00:00Z');
    const sweeper = await createSweeper(service);
    await sweeper.sweep();
    await sweeper.close();
    expect(await seen(report, warga)).toMatchObject({ state: 'ARCHIVED' });
    expect(await appeal(report, warga)).toMatchObject({ report: { state: 'SUBMITTED' } });
    // It lay with the coordinator of Bandung, above whom nobody but the national desk can sign in.
    expect((await seen(report, warga)).agency.id).toBe(agencyId('NASIONAL'));
  });

  it('by a stranger answers like one of a report that does not exist, whether it would be in time or not', async () => {
    const report = await archived(coordinatorBandung);
    const absent = { ...report, id: '00000000-0000-4000-8000-000000000000' };
    for (const instant of [ENDED_AT, TOO_LATE]) {
      service.clock.set(instant);
      for (const code of [undefined, 'AAAAAAAAAA']) {
        const outcomes = [
          await appeal(report, stranger, code),
          await appeal(report, otherCitizen, code),
          await appeal(absent, otherCitizen, code),
        ];
        expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
        expect(outcomes[0]).toMatchObject({ code: 'REPORT_NOT_FOUND' });
      }
    }
  });
});

describe('a reopening', () => {
  it('lets the last holder work on, from where its deadline stopped, and forgets the rating', async () => {
    const report = await closed();
    service.clock.set('2026-08-20T03:00:00Z');
    expect(await reopen(report, warga)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    const { agency, closedAt, rating, clocks, dispositions } = await seen(report, warga);
    expect(agency.id).toBe(agencyId('32.73/1.03'));
    expect({ closedAt, rating }).toEqual({ closedAt: null, rating: null });
    expect(dispositions.map((each) => each.act)).toEqual(['SUBMIT', 'VERIFY']);
    const running = clocks.filter(({ state }) => state === 'RUNNING').map(({ kind }) => kind);
    expect(running.sort()).toEqual(['CITIZEN', 'FIRST_FOLLOW_UP', 'HOLDER', 'OMBUDSMAN', 'RESOLUTION']);
    await answer(report);
  });

  it('needs no account, and is in time to the last instant of the tenth working day', async () => {
    const report = await closed(stranger);
    service.clock.set(LAST_INSTANT);
    expect((await seen(report, stranger)).viewerActions).toContain('REOPEN');
    expect(await reopen(report, stranger, report.accessCode)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
  });

  it('is late a millisecond after for its reporter, and never for the national desk and the Ombudsman', async () => {
    const reports = [await closed(), await closed()];
    service.clock.set(TOO_LATE);
    for (const report of reports) {
      expect(await reopen(report, warga)).toMatchObject({ code: 'REOPEN_WINDOW_OVER' });
      expect((await seen(report, warga)).viewerActions).not.toContain('REOPEN');
    }
    for (const [index, officer] of [national, ombudsman].entries()) {
      const report = reports[index];
      if (!report) throw new Error('Two are closed.');
      expect((await seen(report, officer)).viewerActions).toContain('REOPEN');
      expect(await reopen(report, officer)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    }
  });

  it('is possible twice, each time counted from its own closing, and not a third time', async () => {
    const report = await closed();
    for (const [day, next] of [
      ['2026-08-28T03:00:00Z', '2026-08-31T03:00:00Z'],
      ['2026-09-11T03:00:00Z', '2026-09-14T03:00:00Z'],
    ] as const) {
      service.clock.set(day);
      expect(await reopen(report, warga)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
      service.clock.set(next);
      await answer(report);
      await confirm(report, warga);
    }
    expect(await reopen(report, warga)).toMatchObject({ code: 'NO_REOPENING_LEFT' });
    expect((await seen(report, warga)).viewerActions).not.toContain('REOPEN');
    expect(await reopen(report, national)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
  });

  it('is carried out once under one idempotency key', async () => {
    const report = await closed();
    const input = {
      reportId: report.id,
      reason: 'Tambalannya sudah lepas lagi.',
      idempotencyKey: '5f0c8f4e-8e1e-4a53-9a37-0a4f6cf0f0a1',
    };
    const send = (): Promise<Outcome> => act(service.ask, 'reopenReport', input, warga);
    const outcomes = await Promise.all([send(), send()]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    expect((await seen(report, warga)).history.filter(({ act: done }) => done === 'REOPEN')).toHaveLength(1);
  });

  it('goes to the nearest active agency above, where the last holder is no more', async () => {
    const { ask, database } = service;
    service.clock.set(ENDED_AT);
    const report = await submitted(ask);
    const target = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.02') };
    await act(ask, 'verifyReport', target, coordinatorBandung);
    const final = { reportId: report.id, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
    await act(ask, 'recordFollowUp', final, healthOfficer);
    await confirm(report, warga);
    await database.query(`update agency set is_active = false where code = '32.73/1.02'`);
    expect(await reopen(report, warga)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    await database.query(`update agency set is_active = true where code = '32.73/1.02'`);
    const { agency, dispositions } = await seen(report, warga);
    expect(agency.id).toBe(agencyId('32.73'));
    expect(dispositions.at(-1)).toEqual({ act: 'REOPEN', to: { id: agencyId('32.73') } });
    expect(await act(ask, 'recordFollowUp', final, coordinatorBandung)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
  });

  it('is not for others, whatever code they bring', async () => {
    const report = await closed(stranger);
    for (const viewer of [stranger, otherCitizen, worksOfficer, coordinatorBandung]) {
      expect(await reopen(report, viewer, 'AAAAAAAAAA')).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });
});

describe('an appeal on a report that had been returned', () => {
  it('does not lead back to who returned it, unless the national desk insists, and then for good', async () => {
    const { ask, clock } = service;
    const report = await dispatched(ask);
    const reportId = report.id;
    const explanation = 'Ruas jalan ini milik dinas lain.';
    await act(ask, 'returnReport', { reportId, reason: 'NOT_COMPETENT', explanation }, worksOfficer);
    const health = { reportId, agencyId: agencyId('32.73/1.02') };
    await act(ask, 'dispatchReport', health, coordinatorBandung);
    await act(ask, 'acceptReport', { reportId }, healthOfficer);
    await act(ask, 'askReporter', { reportId, question: 'Di ruas jalan sebelah mana?' }, healthOfficer);
    clock.set('2026-08-10T03:00:00.000Z');
    const sweeper = await createSweeper(service);
    await sweeper.sweep();
    await sweeper.close();
    expect(await appeal(report, warga)).toMatchObject({ report: { state: 'SUBMITTED' } });

    const works = { ...VERIFICATION, reportId, agencyId: agencyId('32.73/1.03') };
    expect(await act(ask, 'verifyReport', works, coordinatorBandung)).toMatchObject({
      code: 'AGENCY_HAS_RETURNED_IT',
    });
    expect(await act(ask, 'verifyReport', works, national)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    expect((await seen(report, worksOfficer)).viewerActions).not.toContain('RETURN');
    const again = { reportId, reason: 'NOT_COMPETENT', explanation };
    expect(await act(ask, 'returnReport', again, worksOfficer)).toMatchObject({
      code: 'DISPOSITION_IS_BINDING',
    });
  });
});

describe('a withdrawal', () => {
  const withdraw = (report: Submitted, viewer: Viewer, extra: object = {}): Promise<Outcome> =>
    act(service.ask, 'withdrawReport', { reportId: report.id, confirm: true, ...extra }, viewer);

  it('ends a report for good, every clock of it, and is told', async () => {
    const report = await dispatched(service.ask);
    expect(await withdraw(report, warga, { confirm: false })).toMatchObject({ field: 'confirm' });
    expect(await withdraw(report, warga)).toMatchObject({ report: { state: 'WITHDRAWN' } });
    const { clocks, viewerActions, closedAt } = await seen(report, warga);
    expect(clocks.filter(({ state }) => state !== 'ENDED')).toEqual([]);
    expect(viewerActions).toEqual(['RAISE_PRIVACY']);
    expect(closedAt).toBe(new Date(FRIDAY).toISOString());
    expect(await withdraw(report, warga)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await reopen(report, national)).toMatchObject({ state: 'WITHDRAWN' });
    const told = await service.database.query<{ payload: object }[]>(
      `select payload from outbox where aggregate_id = $1 and type = 'report.withdrawn'`,
      [report.id],
    );
    expect(told).toMatchObject([{ payload: { state: 'WITHDRAWN', holderAgencyId: agencyId('32.73/1.03') } }]);
  });

  it('is possible while the reporter is awaited', async () => {
    const report = await submitted(service.ask);
    await askFirst(report);
    expect(await withdraw(report, warga)).toMatchObject({ report: { state: 'WITHDRAWN' } });
    const { clocks } = await seen(report, warga);
    expect(clocks.filter(({ state }) => state !== 'ENDED')).toEqual([]);
  });

  it('needs no account, but the right code', async () => {
    const report = await responded(service.ask, {}, stranger);
    expect(await withdraw(report, stranger, { accessCode: 'AAAAAAAAAA' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await withdraw(report, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await withdraw(report, stranger, { accessCode: report.accessCode })).toMatchObject({
      report: { state: 'WITHDRAWN' },
    });
  });

  it('tells the holder of an oversight matter that it may go on without the reporter', async () => {
    const report = await submitted(service.ask);
    const target = { ...VERIFICATION, type: 'COMPLAINT_OVERSIGHT', agencyId: agencyId('32.73/1.03') };
    await act(service.ask, 'verifyReport', { ...target, reportId: report.id }, coordinatorBandung);
    await withdraw(report, warga, { reason: 'Saya takut.' });
    expect((await seen(report, worksOfficer)).history.at(-1)).toEqual({
      act: 'WITHDRAW',
      role: 'REPORTER',
      reason: 'MAY_GO_ON_EX_OFFICIO: Saya takut.',
    });
    expect((await seen(report, otherCitizen)).history.at(-1)?.reason).toBeNull();
  });
});

describe('the acts of an anonymous reporter', () => {
  it('show others the day, and no instant of an appeal or a withdrawal', async () => {
    const { ask, clock } = service;
    const report = await submitted(ask, { isAnonymous: true });
    await archive(report, coordinatorBandung);
    const instants = ['2026-07-13T03:14:15.926Z', '2026-07-14T05:35:58.979Z'];
    const [appealedAt, withdrawnAt] = instants;
    clock.set(appealedAt ?? '');
    await appeal(report, warga);
    clock.set(withdrawnAt ?? '');
    await act(ask, 'withdrawReport', { reportId: report.id, confirm: true }, warga);
    const query = `query ($id: ID!) { report(trackingId: $id) {
      closedAt dispositions { at } history { at } clocks { startedAt endedAt } } }`;
    const told = async (viewer: Viewer): Promise<string> => {
      const { data, errors } = await ask(query, { id: report.trackingId }, viewer);
      expect(errors).toEqual([]);
      return JSON.stringify(data);
    };
    for (const instant of instants) expect(await told(warga)).toContain(instant);
    for (const viewer of [national, ombudsman]) {
      expect(await told(viewer)).toContain('2026-07-13T17:00:00.000Z');
      for (const instant of instants) expect(await told(viewer)).not.toContain(instant);
    }
  });
});
