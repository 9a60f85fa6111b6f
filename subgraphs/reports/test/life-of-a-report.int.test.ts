import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, dispatched, responded, submitted, VERIFICATION } from './support/acts.js';
import {
  coordinatorBandung,
  healthOfficer,
  national,
  otherCitizen,
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

const REPORT = /* GraphQL */ `
  query ($id: ID!, $code: String) {
    report(trackingId: $id, accessCode: $code) {
      state
      title
      body
      type
      viewerActions
      agency {
        id
      }
      handler {
        id
      }
      reporter {
        handle
      }
      category {
        id
        name
      }
      dispositions {
        seq
        act
        from {
          id
        }
        to {
          id
        }
        note
      }
      clocks {
        kind
        state
        dueAt
        workingDays
        breachedAt
        explanation {
          date
          verdict
          workingDay
        }
      }
      history {
        act
        role
        agency {
          id
        }
        officer {
          id
        }
        reason
      }
      followUps {
        nodes {
          kind
          body
          outcome
          author {
            __typename
            ... on Officer {
              id
            }
            ... on Agency {
              id
            }
            ... on ReporterVoice {
              isMe
            }
          }
        }
      }
      latestFollowUp {
        kind
      }
      rating {
        stars
      }
    }
  }
`;

describe('the life of a report', () => {
  it('goes from the door to the office and back to the reporter, who confirms', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await submitted(ask);
    expect((await ask(REPORT, { id: report.trackingId }, stranger)).data).toEqual({ report: null });

    const city = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73') };
    expect(await act(ask, 'verifyReport', city, coordinatorBandung)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    const down = { reportId: report.id, agencyId: agencyId('32.73/1.03'), note: 'Mohon ditangani segera.' };
    expect(await act(ask, 'dispatchReport', down, coordinatorBandung)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    expect(await act(ask, 'acceptReport', { reportId: report.id }, worksOfficer)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
    const interim = { reportId: report.id, kind: 'INTERIM', body: 'Tim survei sudah turun ke lokasi.' };
    expect(await act(ask, 'recordFollowUp', interim, worksOfficer)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
    const final = { reportId: report.id, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
    expect(await act(ask, 'recordFollowUp', final, worksOfficer)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    const reply = { reportId: report.id, body: 'Tambalannya sudah lepas lagi.' };
    expect(await act(ask, 'replyToReport', reply, warga)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    expect(await act(ask, 'recordFollowUp', final, worksOfficer)).toMatchObject({
      report: { state: 'RESPONDED' },
    });
    expect(await act(ask, 'confirmResolution', { reportId: report.id, rating: 4 }, warga)).toMatchObject({
      report: { state: 'CLOSED' },
    });

    const { data, errors } = await ask(REPORT, { id: report.trackingId }, coordinatorBandung);
    expect(errors).toEqual([]);
    expect(data?.report).toMatchObject({
      state: 'CLOSED',
      type: 'COMPLAINT_GENERAL',
      agency: { id: agencyId('32.73/1.03') },
      category: { id: '08.001' },
      rating: { stars: 4 },
      dispositions: [
        { seq: 1, act: 'SUBMIT', from: null, to: { id: agencyId('32.73') } },
        { seq: 2, act: 'VERIFY', from: { id: agencyId('32.73') }, to: { id: agencyId('32.73') } },
        { seq: 3, act: 'SUB_DISPATCH', to: { id: agencyId('32.73/1.03') }, note: 'Mohon ditangani segera.' },
      ],
    });
  });

  it('counts its deadlines in working days and explains each', async () => {
    const { ask, clock } = service;
    clock.set('2026-08-14T03:00:00Z');
    const report = await dispatched(ask);
    const { data } = await ask(REPORT, { id: report.trackingId }, warga);
    const clocks = (data as { report: { clocks: { kind: string; dueAt: string; explanation: unknown[] }[] } })
      .report.clocks;
    const due = Object.fromEntries(clocks.map((each) => [each.kind, each.dueAt]));
    // Vectors of the working-day calendar: Friday 14 August 2026 with Independence Day and the Prophet's birthday after it.
    expect(due).toMatchObject({
      VERIFICATION: '2026-08-20T16:59:59.999Z',
      FIRST_FOLLOW_UP: '2026-08-24T16:59:59.999Z',
      RESOLUTION: '2026-09-07T16:59:59.999Z',
      OMBUDSMAN: '2026-11-10T16:59:59.999Z',
      CITIZEN: null,
    });
    expect(clocks.find((each) => each.kind === 'FIRST_FOLLOW_UP')?.explanation).toContainEqual(
      expect.objectContaining({ date: '2026-08-17', verdict: 'HOLIDAY', workingDay: null }),
    );
    clock.set(FRIDAY);
  });

  it('is verified once, however many officers press the button in the same second', async () => {
    const { ask } = service;
    const report = await submitted(ask);
    const input = { ...VERIFICATION, reportId: report.id, agencyId: agencyId('32.73/1.03') };
    const outcomes = await Promise.all(
      [coordinatorBandung, national, coordinatorBandung].map((viewer) =>
        act(ask, 'verifyReport', input, viewer),
      ),
    );
    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual([
      'ReportNotInState',
      'ReportNotInState',
      'VerifyReportSuccess',
    ]);
  });

  it('comes back to its dispatcher with a reason, and goes on to another office', async () => {
    const { ask } = service;
    const report = await dispatched(ask);
    const back = {
      reportId: report.id,
      reason: 'NOT_COMPETENT',
      explanation: 'Bukan ruas jalan kota.',
      suggestedAgencyId: agencyId('32/1.03'),
    };
    const toItself = { ...back, suggestedAgencyId: agencyId('32.73/1.03').toUpperCase() };
    expect(await act(ask, 'returnReport', toItself, worksOfficer)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await act(ask, 'returnReport', back, worksOfficer)).toMatchObject({
      __typename: 'ReturnReportSuccess',
    });
    const again = (code: string): Promise<unknown> =>
      act(ask, 'dispatchReport', { reportId: report.id, agencyId: agencyId(code) }, coordinatorBandung);
    expect(await again('32.73/1.03')).toMatchObject({ code: 'AGENCY_HAS_RETURNED_IT' });
    expect(await again('32/1.03')).toMatchObject({ code: 'AGENCY_OUT_OF_REACH' });
    expect(await again('32.73/1.02')).toMatchObject({ report: { state: 'DISPATCHED' } });
    expect(await act(ask, 'returnReport', { ...back, suggestedAgencyId: null }, healthOfficer)).toMatchObject(
      {
        __typename: 'ReturnReportSuccess',
      },
    );
    expect(await again('32.73')).toMatchObject({ code: 'NEEDS_NATIONAL_DESK' });
    const binding = { reportId: report.id, agencyId: agencyId('32.73/1.03') };
    expect(await act(ask, 'dispatchReport', binding, national)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    expect(await act(ask, 'returnReport', back, worksOfficer)).toMatchObject({
      code: 'DISPOSITION_IS_BINDING',
    });
  });

  it('needs no account: the access code proves the reporter', async () => {
    const { ask } = service;
    const report = await responded(ask, {}, stranger);
    const confirm = { reportId: report.id, rating: 5 };
    expect(
      await act(ask, 'confirmResolution', { ...confirm, accessCode: 'AAAAAAAAAA' }, stranger),
    ).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await act(ask, 'confirmResolution', confirm, otherCitizen)).toMatchObject({ code: 'NOT_ALLOWED' });
    const typed = report.accessCode.toLowerCase().replace(/(.{5})/, '$1-');
    expect(await act(ask, 'confirmResolution', { ...confirm, accessCode: typed }, stranger)).toMatchObject({
      report: { state: 'CLOSED' },
    });
  });

  it('is filed once under one idempotency key', async () => {
    const { ask, database } = service;
    const idempotencyKey = '5f0c8f4e-8e1e-4a53-9a37-0a4f6cf0f001';
    const [first, second] = await Promise.all([
      submitted(ask, { idempotencyKey }),
      submitted(ask, { idempotencyKey }),
    ]);
    expect(second).toEqual(first);
    const other = { title: 'Judul yang lain sama sekali', idempotencyKey };
    await expect(submitted(ask, other)).rejects.toThrow('IDEMPOTENCY_CONFLICT');
    const rows = await database.query<unknown[]>('select from report where tracking_id = $1', [
      first.trackingId,
    ]);
    expect(rows).toHaveLength(1);
  });
});
