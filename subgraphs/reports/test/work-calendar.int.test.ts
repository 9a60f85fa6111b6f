import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, responded, submitted } from './support/acts.js';
import { coordinatorBandung, national, stranger, warga, worksOfficer } from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

let service: ReportsService;
/** Another process: it has read the calendar at its start, and hears of amendments as processes do. */
let sweeper: Sweeper;
let lastOrder = '';

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
}, 60_000);
afterAll(async () => {
  await sweeper.close();
  await service.close();
});
beforeEach(async () => {
  await service.database.query(
    'update clock set ended_at = greatest(started_at, now()) where ended_at is null',
  );
  service.clock.set(FRIDAY);
});

const LEAVE = { kind: 'JOINT_LEAVE', name: 'Cuti bersama tambahan', legalBasis: 'Keppres 9/2026' };

async function decreed(input: object, viewer: Viewer = national): Promise<Record<string, unknown>> {
  const { data, errors } = await service.ask(
    `mutation ($input: AmendCalendarInput!) { outcome: amendCalendar(input: $input) { __typename
       ... on AmendCalendarSuccess { change { id date kind legalBasis } }
       ... on Problem { code } ... on InvalidInput { field } ... on CalendarNotLoaded { year } } }`,
    { input: { ...LEAVE, ...input } },
    viewer,
  );
  expect(errors).toEqual([]);
  return (data as { outcome: Record<string, unknown> }).outcome;
}

const REASON = 'Keppres 9/2026 menetapkan cuti bersama tambahan.';

async function ordered(viewer: Viewer = national, reason = REASON): Promise<Record<string, unknown>> {
  const { data, errors } = await service.ask(
    `mutation ($input: RecalculateDeadlinesInput!) { outcome: recalculateDeadlines(input: $input) { __typename
       ... on RecalculateDeadlinesSuccess { recalculation { id finishedAt } }
       ... on Problem { code } ... on InvalidInput { field } } }`,
    { input: { reason } },
    viewer,
  );
  expect(errors).toEqual([]);
  const { outcome } = data as { outcome: Record<string, unknown> & { recalculation?: { id: string } } };
  lastOrder = outcome.recalculation?.id ?? lastOrder;
  return outcome;
}

/** How far the last one that was ordered has come, as the national desk sees it. */
async function progress(): Promise<unknown> {
  const { data } = await service.ask(
    '{ deadlineRecalculations { id finishedAt reportsSeen deadlinesMoved reportsRefused } }',
    {},
    national,
  );
  const all = (data as { deadlineRecalculations: { id: string }[] }).deadlineRecalculations;
  return all.find(({ id }) => id === lastOrder);
}

/** Last days of the running clocks in Jakarta, by kind. */
async function dueDays(reportId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await service.database.query<{ kind: string; day: string }[]>(
    `select kind, (due_at at time zone 'Asia/Jakarta')::date::text as day
       from clock where report_id = $1 and ended_at is null and due_at is not null`,
    [reportId],
  );
  return Object.fromEntries(rows.map(({ kind, day }) => [kind, day]));
}

async function movesOf(reportId: string): Promise<readonly string[]> {
  const rows = await service.database.query<{ clock: string }[]>(
    'select clock from moved_limit where report_id = $1 order by version, clock',
    [reportId],
  );
  return rows.map(({ clock }) => clock);
}

describe('an amendment of the calendar', () => {
  it('is entered by the national desk alone, once', async () => {
    for (const viewer of [stranger, warga, worksOfficer, coordinatorBandung]) {
      expect(await decreed({ date: '2026-09-15' }, viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    const first = await decreed({ date: '2026-09-15' });
    expect(first).toMatchObject({ __typename: 'AmendCalendarSuccess', change: { date: '2026-09-15' } });
    expect(await decreed({ date: '2026-09-15' })).toEqual(first);
    const [two, three] = await Promise.all([
      decreed({ date: '2026-09-16' }),
      decreed({ date: '2026-09-16' }),
    ]);
    expect(two).toEqual(three);
  });

  it.each([
    ['a weekend', { date: '2026-09-19' }, { field: 'date' }],
    ['what it is already', { date: '2026-08-17' }, { field: 'date' }],
    ['a working day that is one', { date: '2026-09-22', kind: 'WORKING_DAY' }, { field: 'date' }],
    ['a year that nobody knows', { date: '2031-01-06' }, { code: 'CALENDAR_NOT_LOADED', year: 2031 }],
    ['no name', { date: '2026-09-22', name: ' ' }, { field: 'name' }],
    ['no decree', { date: '2026-09-22', legalBasis: 'x' }, { field: 'legalBasis' }],
  ])('is refused for %s', async (_what, input, refusal) => {
    expect(await decreed(input)).toMatchObject(refusal);
  });

  it('counts for every deadline that begins from then on, in every process, and explains it', async () => {
    const before = await dispatched(service.ask);
    expect(await dueDays(before.id)).toMatchObject({ FIRST_FOLLOW_UP: '2026-07-17' });
    await decreed({ date: '2026-07-16' });
    const after = await dispatched(service.ask);
    expect(await dueDays(after.id)).toMatchObject({ FIRST_FOLLOW_UP: '2026-07-20' });
    expect(await dueDays(before.id)).toMatchObject({ FIRST_FOLLOW_UP: '2026-07-17' });

    const query = `query ($id: ID!) { report(trackingId: $id) { clocks { kind explanation { date verdict reason } } } }`;
    const dayOf = async (trackingId: string): Promise<unknown> => {
      const { data } = await service.ask(query, { id: trackingId }, warga);
      const { clocks } = (data as { report: { clocks: { kind: string; explanation: { date: string }[] }[] } })
        .report;
      const run = clocks.find(({ kind }) => kind === 'FIRST_FOLLOW_UP');
      return run?.explanation.find(({ date }) => date === '2026-07-16');
    };
    expect(await dayOf(after.trackingId)).toEqual({
      date: '2026-07-16',
      verdict: 'HOLIDAY',
      reason: 'Cuti bersama tambahan (Keppres 9/2026)',
    });
    // A run explains itself by the calendar by which it was counted.
    expect(await dayOf(before.trackingId)).toEqual({ date: '2026-07-16', verdict: 'COUNTED', reason: null });

    // The other process counts the silence after a message by it too.
    const { id } = await responded(service.ask);
    service.clock.set('2026-07-13T05:00:00Z');
    await sweeper.sweep();
    expect(sweeper.parts.office.calendar.holidays.has('2026-07-16')).toBe(false);
    await sweeper.parts.database.transaction((tx) => sweeper.parts.office.keepUp(tx));
    expect(sweeper.parts.office.calendar.holidays.has('2026-07-16')).toBe(true);
    expect(await dueDays(id)).toMatchObject({ SILENCE: '2026-07-27' });
  });

  it('is shown to everybody, the newest first', async () => {
    const { data, errors } = await service.ask('{ calendarChanges { date legalBasis } }', {}, stranger);
    expect(errors).toEqual([]);
    expect((data as { calendarChanges: unknown[] }).calendarChanges).toContainEqual({
      date: '2026-07-16',
      legalBasis: 'Keppres 9/2026',
    });
  });
});

describe('a recalculation', () => {
  it('is ordered by the national desk alone, with a reason, and one at a time', async () => {
    for (const viewer of [stranger, worksOfficer, coordinatorBandung]) {
      expect(await ordered(viewer)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect(await ordered(national, 'kurang')).toMatchObject({ field: 'reason' });
    const orders = await Promise.all([ordered(), ordered(), ordered()]);
    expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBe(1);
    await sweeper.sweep();
    const { errors } = await service.ask('{ deadlineRecalculations { id } }', {}, coordinatorBandung);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('moves open deadlines, writes each move down, and moves nothing a second time', async () => {
    const report = await dispatched(service.ask);
    expect(await dueDays(report.id)).toMatchObject({
      FIRST_FOLLOW_UP: '2026-07-20',
      RESOLUTION: '2026-07-31',
    });
    await decreed({ date: '2026-07-20' });
    await ordered();
    const summaries = await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    expect(summaries.every(({ failed }) => failed === 0)).toBe(true);
    expect(await dueDays(report.id)).toMatchObject({
      FIRST_FOLLOW_UP: '2026-07-21',
      RESOLUTION: '2026-08-03',
    });
    expect(await movesOf(report.id)).toEqual(['FIRST_FOLLOW_UP', 'OMBUDSMAN', 'RESOLUTION']);
    expect(await progress()).toMatchObject({
      deadlinesMoved: 3,
      reportsRefused: 0,
      finishedAt: expect.anything(),
    });

    const query = `query ($id: ID!) { report(trackingId: $id) { history { act role reason } } }`;
    const { data } = await service.ask(query, { id: report.trackingId }, warga);
    const { history } = (data as { report: { history: object[] } }).report;
    expect(history.at(-1)).toEqual({ act: 'RECALCULATE', role: 'NATIONAL_ADMIN', reason: REASON });

    await ordered();
    await sweeper.sweep();
    expect(await progress()).toMatchObject({ deadlinesMoved: 0 });
    expect(await movesOf(report.id)).toHaveLength(3);
    const events = await service.database.query<{ due: string }[]>(
      `select payload->>'resolutionDueAt' as due from outbox
        where aggregate_id = $1 and type = 'report.deadlines-recalculated'`,
      [report.id],
    );
    expect(events).toEqual([{ due: '2026-08-03T16:59:59.999Z' }]);
  });

  it('leaves what has ended and what has passed, breach included', async () => {
    const late = await dispatched(service.ask);
    const ended = await responded(service.ask);
    service.clock.set('2026-07-22T05:00:00Z');
    await sweeper.sweep();
    await decreed({ date: '2026-07-23' });
    await ordered();
    await sweeper.sweep();
    expect(await movesOf(late.id)).toEqual(['OMBUDSMAN', 'RESOLUTION']);
    expect(await dueDays(late.id)).toMatchObject({ FIRST_FOLLOW_UP: '2026-07-21' });
    expect(await movesOf(ended.id)).toEqual(['OMBUDSMAN', 'SILENCE']);
    const [run] = await service.database.query<{ breached: boolean }[]>(
      `select breached_at = due_at as breached from clock where report_id = $1 and kind = 'FIRST_FOLLOW_UP'`,
      [late.id],
    );
    expect(run).toEqual({ breached: true });
  });

  it('moves a deadline earlier where a holiday is taken back, and never before the end of today', async () => {
    service.clock.set('2026-08-14T05:00:00Z');
    const report = await submitted(service.ask);
    expect(await dueDays(report.id)).toMatchObject({ VERIFICATION: '2026-08-20' });
    const workday = { kind: 'WORKING_DAY', name: 'Hari kerja pengganti', legalBasis: 'Keppres 10/2026' };
    expect(await decreed({ date: '2026-08-17', ...workday })).toMatchObject({
      __typename: 'AmendCalendarSuccess',
    });
    service.clock.set('2026-08-20T05:00:00Z');
    await ordered();
    await sweeper.sweep();
    expect(await movesOf(report.id)).toEqual([]);
    expect(await dueDays(report.id)).toMatchObject({ VERIFICATION: '2026-08-20' });

    service.clock.set('2026-08-14T05:00:00Z');
    const fresh = await submitted(service.ask);
    expect(await dueDays(fresh.id)).toMatchObject({ VERIFICATION: '2026-08-19' });
    const query = `query ($id: ID!) { report(trackingId: $id) { clocks { kind explanation { date verdict reason } } } }`;
    const { data } = await service.ask(query, { id: fresh.trackingId }, warga);
    expect(JSON.stringify(data)).toContain(
      '{"date":"2026-08-17","verdict":"COUNTED","reason":"Hari kerja pengganti (Keppres 10/2026)"}',
    );
  });

  it('that is torn away at one report does the others, and the next one does what is left', async () => {
    const { database } = service;
    const torn = await submitted(service.ask);
    const whole = await submitted(service.ask);
    await decreed({ date: '2026-07-14' });
    await ordered();
    await database.query(`
      create function tear() returns trigger language plpgsql as $$ begin raise 'the connection was lost'; end $$;
      create trigger tear before insert on outbox for each row
        when (new.aggregate_id = '${torn.id}') execute function tear()`);
    try {
      await sweeper.sweep();
    } finally {
      await database.query('drop trigger tear on outbox; drop function tear()');
    }
    expect(await progress()).toMatchObject({ deadlinesMoved: 1, reportsRefused: 1 });
    expect(await dueDays(torn.id)).toMatchObject({ VERIFICATION: '2026-07-15' });
    expect(await movesOf(whole.id)).toEqual(['VERIFICATION']);
    await ordered();
    await sweeper.sweep();
    expect(await movesOf(torn.id)).toEqual(['VERIFICATION']);
    expect(await movesOf(whole.id)).toEqual(['VERIFICATION']);
  });

  it('goes through more reports than it takes at once', async () => {
    const { id } = await submitted(service.ask);
    await decreed({ date: '2026-07-13' });
    const answer = await act(service.ask, 'withdrawReport', { reportId: id, confirm: true }, warga);
    expect(answer).toMatchObject({ report: { state: 'WITHDRAWN' } });
    await ordered();
    await sweeper.sweep();
    expect(await movesOf(id)).toEqual([]);
  });
});

describe('a deadline that stood still', () => {
  it('when the calendar was amended is recalculated like one that ran on', async () => {
    const [plain, asked, merged, lead] = [
      await dispatched(service.ask),
      await dispatched(service.ask),
      await dispatched(service.ask),
      await dispatched(service.ask),
    ];
    service.clock.advanceHours(1);
    await act(service.ask, 'acceptReport', { reportId: asked.id }, worksOfficer);
    await act(service.ask, 'askReporter', { reportId: asked.id, question: 'Di nomor berapa?' }, worksOfficer);
    const joined = {
      reportId: merged.id,
      intoReportId: lead.id,
      reason: 'Laporan tentang lubang yang sama.',
    };
    await act(service.ask, 'mergeReports', joined, coordinatorBandung);
    const before = await dueDays(plain.id);

    await decreed({ date: '2026-07-29' });
    await act(service.ask, 'completeReport', { reportId: asked.id, text: 'Di depan nomor 12.' }, warga);
    const reason = 'Ternyata lubang yang lain.';
    await act(service.ask, 'unmergeReport', { reportId: merged.id, reason }, coordinatorBandung);
    for (const { id } of [asked, merged]) expect(await dueDays(id)).toEqual(before);
    const other = { type: 'COMPLAINT_OVERSIGHT', reason: 'Ada dugaan pungutan liar.' };
    for (const { id } of [plain, asked, merged])
      await act(service.ask, 'reclassifyReport', { reportId: id, ...other }, coordinatorBandung);

    await ordered();
    await sweeper.sweep();
    const after = await dueDays(plain.id);
    expect(after.OMBUDSMAN).not.toBe(before.OMBUDSMAN);
    for (const { id } of [asked, merged]) expect(await dueDays(id)).toEqual(after);
  });
});
