import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { composeCommandParts } from '../src/composition.js';
import { createCommands, type ReportCommands } from '../src/commands.js';
import { act, dispatched, submitted, type Submitted, VERIFICATION } from './support/acts.js';
import { coordinatorBandung, OTHERS, otherCitizen, stranger, warga, worksOfficer } from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;
let commands: ReportCommands;

beforeAll(async () => {
  service = await startReports();
  commands = createCommands(
    await composeCommandParts(service.database, service.config.secrets, service.clock),
  );
}, 60_000);
afterAll(() => service.close());

const REPORT = /* GraphQL */ `
  query ($id: ID!, $code: String) {
    report(trackingId: $id, accessCode: $code) {
      state
      place {
        description
      }
      viewerActions
      clocks {
        kind
        state
        startedAt
        dueAt
        endedAt
        workingDays
        calendarDays
      }
      history {
        act
        reason
        at
      }
      followUps {
        nodes {
          kind
          body
          missing
          createdAt
          author {
            __typename
          }
        }
      }
    }
  }
`;

interface Run {
  readonly kind: string;
  readonly state: string;
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
}

interface Seen {
  readonly state: string;
  readonly place: { readonly description: string } | null;
  readonly viewerActions: readonly string[];
  readonly clocks: readonly Run[];
  readonly history: readonly { readonly act: string; readonly reason: string | null; readonly at: string }[];
  readonly followUps: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly body: string | null;
      readonly createdAt: string;
    }[];
  };
}

async function look({ trackingId, accessCode }: Submitted, viewer: Viewer, withCode = false): Promise<Seen> {
  const variables = { id: trackingId, code: withCode ? accessCode : null };
  const { data, errors } = await service.ask(REPORT, variables, viewer);
  expect(errors).toEqual([]);
  return (data as { report: Seen }).report;
}

function latest(seen: Seen, kind: string): Run | undefined {
  return seen.clocks.findLast((clock) => clock.kind === kind);
}

const REQUEST = { missing: ['PLACE', 'DATE'], message: 'Mohon sebutkan di mana dan kapan itu terjadi.' };
const QUESTION = { question: 'Di ruas jalan sebelah mana lubangnya?' };
const ANSWER = { text: 'Di depan nomor 12, sejak kemarin.' };

/** A report that the public works office has taken in hand. */
async function accepted(extra: object = {}, viewer: Viewer = warga): Promise<Submitted> {
  const report = await dispatched(service.ask, extra, viewer);
  const outcome = await act(service.ask, 'acceptReport', { reportId: report.id }, worksOfficer);
  if (outcome.report?.state !== 'IN_PROGRESS') throw new Error(JSON.stringify(outcome));
  return report;
}

describe('a report that lacks something', () => {
  it('is sent back three times and no more, and nobody is offered a fourth', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await submitted(ask);
    const reportId = report.id;
    for (let time = 1; time <= 3; time += 1) {
      await act(ask, 'requestCompletion', { reportId, ...REQUEST }, coordinatorBandung);
      expect(await act(ask, 'completeReport', { reportId, ...ANSWER }, warga)).toMatchObject({
        report: { state: 'SUBMITTED' },
      });
    }
    expect((await look(report, coordinatorBandung)).viewerActions).not.toContain('REQUEST_COMPLETION');
    const fourth = await act(ask, 'requestCompletion', { reportId, ...REQUEST }, coordinatorBandung);
    expect(fourth).toMatchObject({ code: 'COMPLETION_REQUESTS_USED_UP' });
    expect(fourth.message).toContain('3');
  });

  it('waits for its reporter, is completed and verified, and its deadlines have moved', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await submitted(ask, { place: null, incidentDate: null });
    const reportId = report.id;
    expect((await look(report, coordinatorBandung)).viewerActions).toContain('REQUEST_COMPLETION');
    expect(latest(await look(report, warga), 'VERIFICATION')?.dueAt).toBe('2026-07-15T16:59:59.999Z');

    clock.set('2026-07-13T03:00:00Z');
    expect(await act(ask, 'requestCompletion', { reportId, ...REQUEST }, warga)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await act(ask, 'requestCompletion', { reportId, ...REQUEST }, coordinatorBandung)).toMatchObject({
      __typename: 'RequestCompletionSuccess',
      report: { state: 'AWAITING_REPORTER' },
    });
    const waiting = await look(report, warga);
    expect(waiting.viewerActions).toContain('COMPLETE');
    expect(waiting.followUps.nodes).toEqual([
      expect.objectContaining({ kind: 'QUESTION', body: REQUEST.message, missing: REQUEST.missing }),
    ]);
    expect(latest(waiting, 'VERIFICATION')?.state).toBe('PAUSED');
    expect(latest(waiting, 'COMPLETION')).toMatchObject({
      state: 'RUNNING',
      dueAt: '2026-08-12T16:59:59.999Z',
      workingDays: null,
      calendarDays: 30,
    });
    const verification = { ...VERIFICATION, reportId, agencyId: agencyId('32.73/1.03') };
    expect(await act(ask, 'verifyReport', verification, coordinatorBandung)).toMatchObject({
      code: 'REPORT_NOT_IN_STATE',
      state: 'AWAITING_REPORTER',
    });

    // A week later: the five working days of the pause are added to the 15th.
    clock.set('2026-07-20T03:00:00Z');
    const completion = { reportId, ...ANSWER, place: 'Jalan Braga 12', incidentDate: '2026-07-09' };
    expect(await act(ask, 'completeReport', completion, otherCitizen)).toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
    expect(await act(ask, 'completeReport', completion, warga)).toMatchObject({
      __typename: 'CompleteReportSuccess',
      report: { state: 'SUBMITTED' },
    });
    const completed = await look(report, coordinatorBandung);
    expect(completed.place).toEqual({ description: 'Jalan Braga 12' });
    expect(latest(completed, 'VERIFICATION')).toMatchObject({
      state: 'RUNNING',
      startedAt: '2026-07-20T03:00:00.000Z',
      dueAt: '2026-07-22T16:59:59.999Z',
    });
    expect(latest(completed, 'COMPLETION')?.state).toBe('ENDED');
    expect(await act(ask, 'verifyReport', verification, coordinatorBandung)).toMatchObject({
      report: { state: 'DISPATCHED' },
    });
    expect(await act(ask, 'completeReport', completion, warga)).toMatchObject({
      code: 'REPORT_NOT_IN_STATE',
    });
  });

  it('shows the public nothing of what was said before it was verified', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await submitted(ask, { place: null });
    const reportId = report.id;
    await act(ask, 'requestCompletion', { reportId, ...REQUEST }, coordinatorBandung);
    clock.advanceHours(1);
    await act(ask, 'completeReport', { reportId, text: 'Di rumah Ibu Siti, tetangga saya.' }, warga);
    clock.advanceHours(1);
    const verification = { ...VERIFICATION, reportId, agencyId: agencyId('32.73/1.03') };
    await act(ask, 'verifyReport', verification, coordinatorBandung);
    const bodies = async (viewer: Viewer): Promise<readonly (string | null)[]> =>
      (await look(report, viewer)).followUps.nodes.map(({ body }) => body);
    expect(await bodies(stranger)).toEqual([null, null]);
    expect((await look(report, stranger)).followUps.nodes).toMatchObject([{ missing: [] }, { missing: [] }]);
    expect(await bodies(worksOfficer)).toEqual([REQUEST.message, 'Di rumah Ibu Siti, tetangga saya.']);
  });

  it('is set aside when the thirty days are over, and not a moment before', async () => {
    const { ask, clock, database } = service;
    clock.set('2026-03-16T03:00:00Z');
    const report = await submitted(ask, { place: null });
    await act(ask, 'requestCompletion', { reportId: report.id, ...REQUEST }, coordinatorBandung);
    const stillTime = { ok: false, refusal: { kind: 'ReporterStillHasTime' } };
    expect(await commands.expireCompletion.execute(report.id)).toEqual(stillTime);
    clock.set('2026-04-15T16:59:59.999Z');
    expect(await commands.expireCompletion.execute(report.id)).toEqual(stillTime);
    clock.set('2026-04-15T17:00:00.000Z');
    expect(await commands.sendNotice.executeAll(report.id, 'COMPLETION')).toBe(2);
    expect(await commands.expireCompletion.execute(report.id)).toMatchObject({
      ok: true,
      value: { state: 'ARCHIVED', stateBefore: null, awaitingSince: null },
    });
    const seen = await look(report, warga);
    expect(seen.state).toBe('ARCHIVED');
    expect(seen.history.at(-1)).toMatchObject({ act: 'EXPIRE_COMPLETION', reason: 'INCOMPLETE_TIMEOUT' });
    expect(seen.clocks.filter((run) => run.state !== 'ENDED')).toEqual([]);
    expect(
      await database.query('select archive_reason, closed_at from report where id = $1', [report.id]),
    ).toEqual([{ archive_reason: 'INCOMPLETE_TIMEOUT', closed_at: new Date('2026-04-15T17:00:00Z') }]);
    expect(await commands.expireCompletion.execute(report.id)).toMatchObject({
      refusal: { kind: 'ReportNotInState' },
    });
  });

  it('cannot be set aside by an officer for a reason that is the time’s', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await submitted(ask);
    const input = { reportId: report.id, reason: 'INCOMPLETE_TIMEOUT', explanation: 'Tidak lengkap.' };
    await expect(act(ask, 'archiveReport', input, coordinatorBandung)).rejects.toThrow('INCOMPLETE_TIMEOUT');
  });
});

describe('a question of the agency', () => {
  it('may be asked twice; the deadlines stand still meanwhile', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await accepted();
    const reportId = report.id;
    const due = async (): Promise<string | null | undefined> =>
      latest(await look(report, worksOfficer), 'RESOLUTION')?.dueAt;
    expect(await due()).toBe('2026-07-30T16:59:59.999Z');
    for (const [asked, answered, moved] of [
      ['2026-07-13T03:00:00Z', '2026-07-15T03:00:00Z', '2026-08-03T16:59:59.999Z'],
      ['2026-07-16T03:00:00Z', '2026-07-17T03:00:00Z', '2026-08-04T16:59:59.999Z'],
    ] as const) {
      clock.set(asked);
      expect((await look(report, worksOfficer)).viewerActions).toContain('ASK_REPORTER');
      expect(await act(ask, 'askReporter', { reportId, ...QUESTION }, worksOfficer)).toMatchObject({
        __typename: 'AskReporterSuccess',
        report: { state: 'AWAITING_REPORTER' },
      });
      const waiting = await look(report, stranger);
      expect(latest(waiting, 'RESOLUTION')).toMatchObject({ state: 'PAUSED' });
      expect(latest(waiting, 'OMBUDSMAN')).toMatchObject({ state: 'PAUSED' });
      expect(waiting.followUps.nodes.at(-1)).toMatchObject({
        kind: 'QUESTION',
        body: QUESTION.question,
        author: { __typename: 'Agency' },
      });
      clock.set(answered);
      expect(await act(ask, 'completeReport', { reportId, ...ANSWER }, warga)).toMatchObject({
        report: { state: 'IN_PROGRESS' },
      });
      expect(await due()).toBe(moved);
    }
    expect((await look(report, worksOfficer)).viewerActions).not.toContain('ASK_REPORTER');
    expect(await act(ask, 'askReporter', { reportId, ...QUESTION }, worksOfficer)).toMatchObject({
      code: 'QUESTIONS_USED_UP',
      message: expect.stringContaining('2'),
    });
  });

  it('is answered without an account too, by the access code', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await accepted({}, stranger);
    const reportId = report.id;
    await act(ask, 'askReporter', { reportId, ...QUESTION }, worksOfficer);
    clock.advanceHours(1);
    const answer = { reportId, ...ANSWER };
    expect(await act(ask, 'completeReport', answer, stranger)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await act(ask, 'completeReport', { ...answer, accessCode: 'AAAAAAAAAA' }, stranger)).toMatchObject(
      { code: 'NOT_ALLOWED' },
    );
    const completion = { ...answer, accessCode: report.accessCode };
    expect(await act(ask, 'completeReport', { ...completion, place: 'Jalan Braga' }, stranger)).toMatchObject(
      {
        code: 'INVALID_INPUT',
        field: 'place',
      },
    );
    expect(await act(ask, 'completeReport', completion, stranger)).toMatchObject({
      report: { state: 'IN_PROGRESS' },
    });
    const seen = await look(report, stranger, true);
    expect(seen.followUps.nodes.at(-1)).toMatchObject({ kind: 'COMPLETION', body: ANSWER.text });
  });

  it('does not tell when an anonymous reporter answered it', async () => {
    const { ask, clock } = service;
    clock.set(FRIDAY);
    const report = await accepted({ isAnonymous: true });
    const reportId = report.id;
    clock.set('2026-07-13T03:00:00Z');
    await act(ask, 'askReporter', { reportId, ...QUESTION }, worksOfficer);
    const answered = '2026-07-14T05:35:58.979Z';
    clock.set(answered);
    await act(ask, 'completeReport', { reportId, ...ANSWER }, warga);
    for (const viewer of Object.values(OTHERS)) {
      expect(JSON.stringify(await look(report, viewer))).not.toContain('05:35:58');
    }
    expect(JSON.stringify(await look(report, warga))).toContain(answered);
  });

  it('takes the report out of what is overdue, for all who count', async () => {
    const { ask, clock, database } = service;
    clock.set(FRIDAY);
    const report = await accepted();
    await act(ask, 'askReporter', { reportId: report.id, ...QUESTION }, worksOfficer);
    clock.advanceHours(1);
    await act(ask, 'completeReport', { reportId: report.id, ...ANSWER }, warga);
    const events = await database.query<{ type: string; due: string | null }[]>(
      `select type, payload ->> 'resolutionDueAt' as due from outbox where aggregate_id = $1 order by version`,
      [report.id],
    );
    expect(events.slice(-3)).toEqual([
      { type: 'report.accepted', due: '2026-07-30T16:59:59.999Z' },
      { type: 'report.reporter-asked', due: null },
      { type: 'report.completed', due: '2026-07-30T16:59:59.999Z' },
    ]);
  });
});
