import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { composeCommandParts } from '../src/composition.js';
import { SendNotice } from '../src/deadlines/send-notice.command.js';
import { CloseSilentReport } from '../src/follow-up/close-silent-report.command.js';
import { act, dispatched, responded, type Submitted } from './support/acts.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  healthOfficer,
  national,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;

beforeAll(async () => {
  service = await startReports();
}, 60_000);
afterAll(() => service.close());
beforeEach(() => {
  service.clock.set(FRIDAY);
});

const REPORT = /* GraphQL */ `
  query ($id: ID!) {
    report(trackingId: $id) {
      state
      type
      agency {
        id
      }
      viewerActions
      dispositions {
        act
        from {
          id
        }
        to {
          id
        }
      }
      clocks {
        kind
        state
        dueAt
        workingDays
        breachedAt
      }
      history {
        act
        role
        reason
      }
      latestFollowUp {
        kind
        body
        promisedDate
        author {
          __typename
        }
      }
    }
  }
`;

interface Seen {
  readonly state: string;
  readonly type: string;
  readonly agency: { readonly id: string };
  readonly viewerActions: readonly string[];
  readonly dispositions: readonly {
    readonly act: string;
    readonly from: { readonly id: string } | null;
    readonly to: { readonly id: string };
  }[];
  readonly clocks: readonly { readonly kind: string; readonly dueAt: string | null }[];
  readonly history: readonly { readonly act: string; readonly reason: string | null }[];
  readonly latestFollowUp: object | null;
}

async function look(report: Submitted, viewer = national): Promise<Seen> {
  const { data, errors } = await service.ask(REPORT, { id: report.trackingId }, viewer);
  expect(errors).toEqual([]);
  return data?.report as Seen;
}

/** The runs of one clock, oldest first. */
function runs({ clocks }: Seen, kind: string): readonly object[] {
  return clocks.filter((clock) => clock.kind === kind);
}

/** Each change of holder begins where the last one ended, and the last one ends with the holder. */
function expectOneChain({ dispositions, agency }: Seen): void {
  expect(dispositions.map(({ from }) => from?.id ?? null)).toEqual([
    null,
    ...dispositions.slice(0, -1).map(({ to }) => to.id),
  ]);
  expect(dispositions.at(-1)?.to.id).toBe(agency.id);
}

/** A report that the works office has sent back to its city. */
async function returned(): Promise<Submitted> {
  const report = await dispatched(service.ask);
  const back = { reason: 'NOT_COMPETENT', explanation: 'Bukan ruas jalan kota.' };
  await act(service.ask, 'returnReport', { reportId: report.id, ...back }, worksOfficer);
  return report;
}

describe('a return that the house cannot decide', () => {
  it('goes up to the province, then to the national desk, and no further', async () => {
    const { ask } = service;
    const report = await returned();
    const up = { reportId: report.id, explanation: 'Tidak ada dinas kota yang berwenang.' };
    expect(await act(ask, 'passUpReport', up, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await look(report, coordinatorBandung)).viewerActions).toContain('PASS_UP');

    expect(await act(ask, 'passUpReport', up, coordinatorBandung)).toMatchObject({
      report: { state: 'RETURNED' },
    });
    const atProvince = await look(report);
    expect(atProvince).toMatchObject({ state: 'RETURNED', agency: { id: agencyId('32') } });
    expect(runs(atProvince, 'REDISPATCH')).toMatchObject([{ state: 'ENDED' }, { state: 'RUNNING' }]);

    expect(await act(ask, 'passUpReport', up, coordinatorJabar)).toMatchObject({
      __typename: 'PassUpReportSuccess',
    });
    const atDesk = await look(report);
    expect(atDesk).toMatchObject({ state: 'RETURNED', agency: { id: agencyId('NASIONAL') } });
    expect(atDesk.viewerActions).not.toContain('PASS_UP');
    expectOneChain(atDesk);
    expect(await act(ask, 'passUpReport', up, national)).toMatchObject({ code: 'NOBODY_ABOVE' });

    const on = { reportId: report.id, agencyId: agencyId('32/1.03') };
    expect(await act(ask, 'dispatchReport', on, national)).toMatchObject({ report: { state: 'DISPATCHED' } });
    expectOneChain(await look(report));
  });

  it('passes over an agency that is not active any more', async () => {
    const { ask, database } = service;
    const report = await returned();
    await database.query('update agency set is_active = false where id = $1', [agencyId('32')]);
    const up = { reportId: report.id, explanation: 'Tidak ada dinas kota yang berwenang.' };
    await act(ask, 'passUpReport', up, coordinatorBandung);
    await database.query('update agency set is_active = true where id = $1', [agencyId('32')]);
    expect((await look(report)).agency.id).toBe(agencyId('NASIONAL'));
  });
});

describe('a report of an office that cannot act any more', () => {
  it('is taken over by the coordinator of the house, and not by who only monitors it', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const input = { reportId: report.id, reason: 'Dinas ini sudah dibubarkan.' };
    for (const viewer of [coordinatorJabar, worksOfficer, warga]) {
      expect(await act(ask, 'takeOverReport', input, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect((await look(report, coordinatorJabar)).viewerActions).not.toContain('TAKE_OVER');
    expect((await look(report, coordinatorBandung)).viewerActions).toContain('TAKE_OVER');

    expect(await act(ask, 'takeOverReport', input, coordinatorBandung)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    const seen = await look(report);
    expect(seen.agency.id).toBe(agencyId('32.73'));
    expect(seen.history.at(-1)).toMatchObject({ act: 'TAKE_OVER', reason: input.reason });
    expectOneChain(seen);
    expect(runs(seen, 'RESOLUTION')).toHaveLength(1);

    expect(await act(ask, 'takeOverReport', input, coordinatorBandung)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await act(ask, 'takeOverReport', input, national)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    const atDesk = await look(report);
    expect(atDesk.agency.id).toBe(agencyId('NASIONAL'));
    expectOneChain(atDesk);
  });

  it('is never returned to the office that it was taken from', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const input = { reportId: report.id, reason: 'Dinas ini sudah dibubarkan.' };
    await act(ask, 'takeOverReport', input, coordinatorBandung);
    const back = { reportId: report.id, reason: 'NOT_COMPETENT', explanation: 'Ini jalan provinsi.' };
    expect(await act(ask, 'returnReport', back, coordinatorBandung)).toMatchObject({
      report: { state: 'RETURNED' },
    });
    const seen = await look(report);
    expect(seen.agency.id).toBe(agencyId('NASIONAL'));
    expectOneChain(seen);
  });
});

describe('a report in the wrong class', () => {
  const INPUT = { type: 'COMPLAINT_OVERSIGHT', reason: 'Ada dugaan pungutan liar.' };

  it('has its deadline counted anew from the first dispatch', async () => {
    const { ask, clock } = service;
    const report = await dispatched(ask);
    clock.set('2026-07-20T05:00:00Z');
    const input = { reportId: report.id, ...INPUT };
    expect(await act(ask, 'reclassifyReport', input, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await act(ask, 'reclassifyReport', input, coordinatorBandung)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    const seen = await look(report);
    expect(seen.type).toBe('COMPLAINT_OVERSIGHT');
    expect(runs(seen, 'RESOLUTION')).toMatchObject([
      { state: 'ENDED', workingDays: 14, dueAt: '2026-07-30T16:59:59.999Z', breachedAt: null },
      { state: 'RUNNING', workingDays: 60, dueAt: '2026-10-06T16:59:59.999Z', breachedAt: null },
    ]);
    expect(seen.history.at(-1)).toMatchObject({
      act: 'RECLASSIFY',
      reason: `${INPUT.reason} (COMPLAINT_GENERAL → COMPLAINT_OVERSIGHT; 2026-07-30 → 2026-10-06)`,
    });
    expect(await act(ask, 'reclassifyReport', input, coordinatorBandung)).toMatchObject({ field: 'type' });
  });

  it('is given more time after a breach by the national desk alone, and the breach stays', async () => {
    const { ask, clock } = service;
    const report = await dispatched(ask);
    clock.set('2026-08-03T05:00:00Z');
    const input = { reportId: report.id, ...INPUT };
    expect(await act(ask, 'reclassifyReport', input, coordinatorBandung)).toMatchObject({
      code: 'LATER_NEEDS_NATIONAL_DESK',
    });
    expect(await act(ask, 'reclassifyReport', input, national)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    expect(runs(await look(report), 'RESOLUTION')).toMatchObject([
      { state: 'ENDED', breachedAt: '2026-07-30T16:59:59.999Z' },
      { state: 'RUNNING', workingDays: 60, dueAt: '2026-10-06T16:59:59.999Z', breachedAt: null },
    ]);
  });

  it('that is answered already runs on with the new limit when its reporter replies', async () => {
    const { ask, clock } = service;
    const report = await responded(ask);
    clock.set('2026-07-13T05:00:00Z');
    const input = { reportId: report.id, ...INPUT };
    expect(await act(ask, 'reclassifyReport', input, coordinatorBandung)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    clock.set('2026-07-14T05:00:00Z');
    await act(ask, 'replyToReport', { reportId: report.id, body: 'Belum selesai.' }, warga);
    expect(runs(await look(report), 'RESOLUTION')).toMatchObject([
      { state: 'ENDED', workingDays: 14, dueAt: '2026-07-30T16:59:59.999Z' },
      { state: 'ENDED', workingDays: 60, dueAt: '2026-10-06T16:59:59.999Z' },
      { state: 'RUNNING', workingDays: 60, dueAt: '2026-10-08T16:59:59.999Z' },
    ]);
  });
});

describe('a deadline that cannot be kept', () => {
  const INPUT = { reason: 'Menunggu lelang bahan aspal.', newDueDate: '2026-08-10' };

  it('is extended once, and the reporter reads why and until when', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const input = { reportId: report.id, ...INPUT };
    expect(await act(ask, 'extendResolution', input, coordinatorBandung)).toMatchObject({
      __typename: 'ReportNotInState',
      state: 'DISPATCHED',
    });
    await act(ask, 'acceptReport', { reportId: report.id }, worksOfficer);
    for (const viewer of [worksOfficer, coordinatorJabar, healthOfficer, warga, stranger]) {
      expect(await act(ask, 'extendResolution', input, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    const saturday = { ...input, newDueDate: '2026-08-08' };
    expect(await act(ask, 'extendResolution', saturday, coordinatorBandung)).toMatchObject({
      field: 'newDueDate',
    });
    expect((await look(report, coordinatorBandung)).viewerActions).toContain('EXTEND');
    expect(await act(ask, 'extendResolution', input, coordinatorBandung)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
    const seen = await look(report, warga);
    expect(seen.latestFollowUp).toEqual({
      kind: 'MESSAGE',
      body: INPUT.reason,
      promisedDate: INPUT.newDueDate,
      author: { __typename: 'Agency' },
    });
    expect(runs(seen, 'RESOLUTION')).toMatchObject([
      { state: 'ENDED', dueAt: '2026-07-30T16:59:59.999Z' },
      { state: 'RUNNING', workingDays: 21, dueAt: '2026-08-10T16:59:59.999Z' },
    ]);
    expect(runs(seen, 'FIRST_FOLLOW_UP')).toMatchObject([{ state: 'RUNNING' }]);
    expect((await look(report, coordinatorBandung)).viewerActions).not.toContain('EXTEND');
    const again = { ...input, newDueDate: '2026-08-12' };
    expect(await act(ask, 'extendResolution', again, coordinatorBandung)).toMatchObject({
      code: 'EXTENSIONS_USED_UP',
    });
  });

  it('is not extended once it is missed', async () => {
    const { ask, clock } = service;
    const report = await dispatched(ask);
    await act(ask, 'acceptReport', { reportId: report.id }, worksOfficer);
    clock.set('2026-07-31T05:00:00Z');
    const input = { reportId: report.id, ...INPUT };
    expect(await act(ask, 'extendResolution', input, coordinatorBandung)).toMatchObject({
      code: 'DEADLINE_IS_OVER',
    });
  });
});

describe('what an officer is offered', () => {
  it('is no return after its window, and no extension after the deadline', async () => {
    const { ask, clock } = service;
    const report = await dispatched(ask);
    await act(ask, 'acceptReport', { reportId: report.id }, worksOfficer);
    const actions = async (viewer: Viewer): Promise<readonly string[]> =>
      (await look(report, viewer)).viewerActions;
    clock.set('2026-07-15T16:59:59.999Z');
    expect(await actions(worksOfficer)).toContain('RETURN');
    expect(await actions(coordinatorBandung)).toContain('EXTEND');
    clock.set('2026-07-15T17:00:00.000Z');
    expect(await actions(worksOfficer)).not.toContain('RETURN');
    const returned = { reportId: report.id, reason: 'NOT_COMPETENT', explanation: 'Ini jalan provinsi.' };
    expect(await act(ask, 'returnReport', returned, worksOfficer)).toMatchObject({
      code: 'RETURN_WINDOW_OVER',
    });
    clock.set('2026-07-30T17:00:00.000Z');
    expect(await actions(coordinatorBandung)).not.toContain('EXTEND');
  });
});

describe('an administrator who writes to the reporter', () => {
  it('begins the silence anew, so that the report is closed later', async () => {
    const { ask, clock, database, config } = service;
    const report = await responded(ask);
    const input = { reportId: report.id, body: 'Apakah perbaikannya sudah sesuai?' };
    expect(await act(ask, 'sendMessage', input, worksOfficer)).toMatchObject({ code: 'NOT_ALLOWED' });
    clock.set('2026-07-17T05:00:00Z');
    expect(await act(ask, 'sendMessage', input, coordinatorBandung)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    const seen = await look(report, warga);
    expect(seen.latestFollowUp).toMatchObject({ kind: 'MESSAGE', author: { __typename: 'Agency' } });
    expect(runs(seen, 'SILENCE')).toMatchObject([
      { state: 'ENDED', dueAt: '2026-07-24T16:59:59.999Z' },
      { state: 'RUNNING', dueAt: '2026-07-31T16:59:59.999Z' },
    ]);

    const parts = await composeCommandParts(database, config.secrets, clock);
    const close = new CloseSilentReport(parts);
    clock.set('2026-07-27T05:00:00Z');
    expect(await close.execute(report.id)).toMatchObject({ refusal: { kind: 'ReporterStillHasTime' } });
    clock.set('2026-08-01T05:00:00Z');
    expect(await close.execute(report.id)).toMatchObject({ refusal: { kind: 'ReporterIsNotReminded' } });
    expect(await new SendNotice(parts).executeAll(report.id, 'SILENCE')).toBe(2);
    expect(await close.execute(report.id)).toMatchObject({ value: { state: 'CLOSED' } });
    expect(await act(ask, 'sendMessage', input, national)).toMatchObject({ __typename: 'ReportNotInState' });
  });

  it('reaches a reporter without an account too', async () => {
    const { ask } = service;
    const report = await responded(ask, {}, stranger);
    const input = { reportId: report.id, body: 'Hubungi kami di 0812-3456-7890 bila perlu.' };
    await act(ask, 'sendMessage', input, national);
    expect((await look(report, stranger)).latestFollowUp).toMatchObject({ kind: 'MESSAGE' });
    expect(JSON.stringify((await look(report, stranger)).latestFollowUp)).not.toContain('0812');
  });
});
