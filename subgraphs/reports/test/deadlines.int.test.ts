import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import pg from 'pg';
import { startDeadlines } from '../src/deadlines/start-deadlines.js';
import { whileTimeStandsStill } from '../src/deadlines/stand-still.js';
import { act, dispatched, responded, submitted } from './support/acts.js';
import {
  coordinatorBandung,
  ksp,
  national,
  ombudsman,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';
import { until } from './support/until.js';

let service: ReportsService;
let sweeper: Sweeper;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
}, 60_000);
afterAll(async () => {
  await sweeper.close();
  await service.close();
});
beforeEach(async () => {
  // What other tests left open must not run out in this one.
  await service.database.query(
    'update clock set ended_at = greatest(started_at, now()) where ended_at is null',
  );
  service.clock.set(FRIDAY);
});

interface ClockRow {
  readonly dueAt: Date;
  readonly breachedAt: Date | null;
  readonly endedAt: Date | null;
}

async function clockOf(reportId: string, kind: string): Promise<ClockRow> {
  const [row] = await service.database.query<ClockRow[]>(
    `select due_at as "dueAt", breached_at as "breachedAt", ended_at as "endedAt"
       from clock where report_id = $1 and kind = $2 order by seq desc limit 1`,
    [reportId, kind],
  );
  if (!row) throw new Error(`The report has no clock ${kind}.`);
  return row;
}

/** What history says that the platform did, oldest first: act and reason. */
async function doneByTime(reportId: string): Promise<readonly (readonly [string, string | null])[]> {
  const rows = await service.database.query<{ act: string; reason: string | null }[]>(
    `select act, reason from history_entry where report_id = $1 and by_role = 'SYSTEM' order by version`,
    [reportId],
  );
  return rows.map((row) => [row.act, row.reason]);
}

/** Clocks whose breach history says that the platform wrote down, in order. */
async function breachesOf(reportId: string): Promise<readonly (string | null)[]> {
  return (await doneByTime(reportId)).flatMap(([act, reason]) => (act === 'BREACH' ? [reason] : []));
}

async function eventsOf(reportId: string): Promise<readonly string[]> {
  const rows = await service.database.query<{ type: string }[]>(
    'select type from outbox where aggregate_id = $1 order by version',
    [reportId],
  );
  return rows.map(({ type }) => type);
}

async function rowOf(reportId: string): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await service.database.query<Record<string, unknown>[]>(
    'select state, holder_agency_id, disposition_seq, version, close_reason, oversight_stage from report where id = $1',
    [reportId],
  );
  return row ?? {};
}

/** Moves the clock to some milliseconds after the due instant of a clock. */
async function goPast(reportId: string, kind: string, ms = 1): Promise<Date> {
  const { dueAt } = await clockOf(reportId, kind);
  service.clock.set(new Date(dueAt.getTime() + ms).toISOString());
  return dueAt;
}

describe('a deadline that an agency lets pass', () => {
  it('is breached once, however many sweeps come by at the same moment', async () => {
    const { id } = await dispatched(service.ask);
    const before = await rowOf(id);
    const dueAt = await goPast(id, 'FIRST_FOLLOW_UP');
    const summaries = await Promise.all([sweeper.sweep(), sweeper.sweep(), sweeper.sweep()]);

    expect(summaries.map(({ done }) => done.FIRST_FOLLOW_UP ?? 0).reduce((a, b) => a + b)).toBe(1);
    expect(summaries.every(({ failed }) => failed === 0)).toBe(true);
    expect(await clockOf(id, 'FIRST_FOLLOW_UP')).toEqual({ dueAt, breachedAt: dueAt, endedAt: null });
    expect(await doneByTime(id)).toEqual([
      ['BREACH', 'FIRST_FOLLOW_UP'],
      ['ESCALATE', 'FIRST_FOLLOW_UP'],
    ]);
    expect((await eventsOf(id)).slice(-2)).toEqual(['report.deadline-breached', 'report.escalated']);
    // It tells; it moves neither the report nor its holder.
    expect(await rowOf(id)).toEqual({ ...before, version: Number(before.version) + 2 });
  });

  it('is not breached in its last instant', async () => {
    const { id } = await submitted(service.ask);
    await goPast(id, 'VERIFICATION', 0);
    expect((await sweeper.sweep()).done).toEqual({});
    await goPast(id, 'VERIFICATION', 1);
    expect((await sweeper.sweep()).done).toEqual({ VERIFICATION: 1 });
  });

  it('stays breached whatever happens later, and is not told of twice', async () => {
    const { id } = await dispatched(service.ask);
    const dueAt = await goPast(id, 'RESOLUTION');
    await sweeper.sweep();
    const answer = { reportId: id, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
    await act(service.ask, 'recordFollowUp', answer, worksOfficer);
    await act(service.ask, 'replyToReport', { reportId: id, body: 'Belum, masih berlubang.' }, warga);
    service.clock.set(new Date(dueAt.getTime() + 3 * 86_400_000).toISOString());

    await sweeper.sweep();
    expect(await clockOf(id, 'RESOLUTION')).toEqual({ dueAt, breachedAt: dueAt, endedAt: null });
    expect(
      (await doneByTime(id)).filter(([act, reason]) => act === 'BREACH' && reason === 'RESOLUTION'),
    ).toHaveLength(1);
  });

  it('is shown to the reporter with the clock in its reason', async () => {
    const { id, trackingId } = await submitted(service.ask);
    await goPast(id, 'VERIFICATION');
    await sweeper.sweep();
    const query = 'query ($id: ID!) { report(trackingId: $id) { history { act role reason } } }';
    const { data } = await service.ask(query, { id: trackingId }, warga);
    expect((data as { report: { history: unknown[] } }).report.history.at(-2)).toEqual({
      act: 'BREACH',
      role: 'SYSTEM',
      reason: 'VERIFICATION',
    });
  });
});

describe('the silence of a reporter', () => {
  it('closes the report after its last instant and not in it', async () => {
    const { id } = await responded(service.ask);
    await goPast(id, 'SILENCE', 0);
    expect((await sweeper.sweep()).done.SILENCE).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ state: 'RESPONDED' });

    await goPast(id, 'SILENCE', 1);
    await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    expect(await rowOf(id)).toMatchObject({ state: 'CLOSED', close_reason: 'SILENCE_10HK' });
    expect((await eventsOf(id)).filter((type) => type === 'report.auto-closed')).toHaveLength(1);
  });
});

describe('a question to the reporter', () => {
  it('that stays without an answer has the report set aside, once, after its last day', async () => {
    const { id } = await submitted(service.ask);
    const question = { reportId: id, missing: ['PLACE'], message: 'Di sebelah mana jalan itu berlubang?' };
    const asked = await act(service.ask, 'requestCompletion', question, coordinatorBandung);
    expect(asked).toMatchObject({ report: { state: 'AWAITING_REPORTER' } });
    await goPast(id, 'COMPLETION', 0);
    expect((await sweeper.sweep()).done).toEqual({});
    await goPast(id, 'COMPLETION', 1);
    await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    expect(await rowOf(id)).toMatchObject({ state: 'ARCHIVED' });
    expect(await doneByTime(id)).toEqual([
      ['REMIND_REPORTER', 'COMPLETION'],
      ['REMIND_REPORTER', 'COMPLETION'],
      ['EXPIRE_COMPLETION', 'INCOMPLETE_TIMEOUT'],
    ]);
  });
});

describe('a sweep', () => {
  it('does after ten days away all that was due in them, once each', async () => {
    const { ask } = service;
    const waiting = await submitted(ask);
    const lying = await dispatched(ask);
    const returned = await dispatched(ask);
    const back = { reportId: returned.id, reason: 'NOT_COMPETENT', explanation: 'Bukan ruas jalan kota.' };
    await act(ask, 'returnReport', back, worksOfficer);
    const answered = await responded(ask);
    await goPast(answered.id, 'SILENCE', 10 * 86_400_000);

    const { done, failed } = await sweeper.sweep();
    expect({ done, failed }).toEqual({
      done: { VERIFICATION: 1, FIRST_FOLLOW_UP: 2, REDISPATCH: 1, SILENCE: 1, RESOLUTION: 2 },
      failed: 0,
    });
    expect((await sweeper.sweep()).done).toEqual({});
    expect(await breachesOf(waiting.id)).toEqual(['VERIFICATION']);
    expect(await breachesOf(lying.id)).toEqual(['FIRST_FOLLOW_UP', 'RESOLUTION']);
    expect(await breachesOf(returned.id)).toEqual(['REDISPATCH', 'FIRST_FOLLOW_UP', 'RESOLUTION']);
    expect(await doneByTime(answered.id)).toEqual([
      ['REMIND_REPORTER', 'SILENCE'],
      ['REMIND_REPORTER', 'SILENCE'],
      ['AUTO_CLOSE', null],
    ]);
  });

  it('that is torn away in the middle of an act leaves nothing of it, and the next one does it', async () => {
    const { database } = service;
    const torn = await submitted(service.ask);
    const whole = await submitted(service.ask);
    await goPast(torn.id, 'VERIFICATION');
    const before = { row: await rowOf(torn.id), events: await eventsOf(torn.id) };
    await database.query(`
      create function tear() returns trigger language plpgsql as $$ begin raise 'the connection was lost'; end $$;
      create trigger tear before insert on outbox for each row
        when (new.aggregate_id = '${torn.id}') execute function tear()`);
    try {
      expect(await sweeper.sweep()).toEqual({ done: { VERIFICATION: 1 }, notices: 1, passed: 0, failed: 1 });
      expect({ row: await rowOf(torn.id), events: await eventsOf(torn.id) }).toEqual(before);
      expect((await clockOf(torn.id, 'VERIFICATION')).breachedAt).toBeNull();
      expect(await breachesOf(whole.id)).toHaveLength(1);
    } finally {
      await database.query('drop trigger tear on outbox; drop function tear()');
    }
    expect(await sweeper.sweep()).toEqual({ done: { VERIFICATION: 1 }, notices: 1, passed: 0, failed: 0 });
    expect(await doneByTime(torn.id)).toEqual([
      ['BREACH', 'VERIFICATION'],
      ['ESCALATE', 'VERIFICATION'],
    ]);
  });

  it('goes through more clocks than it reads at once', async () => {
    const { id } = await submitted(service.ask);
    await goPast(id, 'VERIFICATION');
    await copyReport(id, 230);
    expect((await sweeper.sweep()).done).toEqual({ VERIFICATION: 231 });
    expect((await sweeper.sweep()).done).toEqual({});
  }, 30_000);

  it('rests while a past is lived through, and does its work afterwards', async () => {
    const { id } = await submitted(service.ask);
    await goPast(id, 'VERIFICATION');
    const meanwhile = await whileTimeStandsStill(sweeper.parts.database, () => sweeper.sweep());
    expect(meanwhile.done).toEqual({});
    expect((await sweeper.sweep()).done).toEqual({ VERIFICATION: 1 });
  });
});

describe('the way to the Ombudsman', () => {
  const QUERY = 'query ($id: ID!) { report(trackingId: $id) { oversightStage history { act } } }';
  interface Seen {
    readonly oversightStage: string | null;
    readonly history: readonly { readonly act: string }[];
  }

  async function seenBy(trackingId: string, viewer: Viewer): Promise<Seen> {
    const { data, errors } = await service.ask(QUERY, { id: trackingId }, viewer);
    expect(errors).toEqual([]);
    return (data as { report: Seen }).report;
  }

  it('opens once, sixty working days after the dispatch', async () => {
    const { id } = await dispatched(service.ask);
    await goPast(id, 'OMBUDSMAN', 0);
    await sweeper.sweep();
    expect(await rowOf(id)).toMatchObject({ oversight_stage: null });
    const dueAt = await goPast(id, 'OMBUDSMAN', 1);
    await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    await sweeper.sweep();
    expect(await rowOf(id)).toMatchObject({ oversight_stage: 'OFFERED', state: 'DISPATCHED' });
    expect(await clockOf(id, 'OMBUDSMAN')).toMatchObject({ breachedAt: dueAt });
    expect((await eventsOf(id)).filter((type) => type === 'report.oversight-eligible')).toHaveLength(1);
  });

  it('is known to the reporter, the office, the national desk and the Ombudsman, and to nobody else', async () => {
    const { id, trackingId } = await dispatched(service.ask);
    await goPast(id, 'OMBUDSMAN');
    await sweeper.sweep();
    for (const viewer of [warga, worksOfficer, coordinatorBandung, national, ombudsman]) {
      const seen = await seenBy(trackingId, viewer);
      // What the reporter makes of the offer is theirs.
      expect(seen.oversightStage).toBe(viewer === warga ? 'OFFERED' : 'ELIGIBLE');
      expect(seen.history.map((entry) => entry.act)).toContain('OVERSIGHT_ELIGIBLE');
    }
    for (const viewer of [stranger, ksp]) {
      const seen = await seenBy(trackingId, viewer);
      expect(seen.oversightStage).toBeNull();
      expect(seen.history.map((entry) => entry.act)).not.toContain('OVERSIGHT_ELIGIBLE');
    }
  });
});

/** One statement with the rights of background work. */
async function asWorker(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: service.jobsUrl });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('the roles of background work', () => {
  it.each([
    'select from reports.report',
    'select from reports.clock',
    'select from reports.outbox',
    'create table reports_jobs.extra (id int)',
    'create table public.extra (id int)',
    'alter table reports_jobs.job add column extra int',
    'drop table reports_jobs.schedule',
    'create schema extra',
  ])('do not let the worker do this: %s', async (statement) => {
    await expect(asWorker(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('do not let the service itself see the jobs', async () => {
    await expect(sweeper.parts.database.query('select from reports_jobs.job')).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('background work', () => {
  /** Has a round of tidying looked at every queue? */
  async function isTidied(): Promise<boolean> {
    const untouched = await asWorker('select from reports_jobs.queue where maintain_on is null');
    return untouched.rowCount === 0;
  }

  it('sweeps by itself, in two processes at once, and each deadline once', async () => {
    const { id } = await submitted(service.ask);
    await goPast(id, 'VERIFICATION');
    const warnings: unknown[] = [];
    const logger = Object.assign(Object.create(sweeper.parts.logger) as typeof sweeper.parts.logger, {
      warn: (...said: unknown[]) => warnings.push(said),
    });
    const pace = { schedule: 1, jobs: 1, tidying: 1 };
    const running = [
      await startDeadlines(service.jobsUrl, { ...sweeper.parts, logger }, pace),
      await startDeadlines(service.jobsUrl, { ...sweeper.parts, logger }, pace),
    ];
    try {
      await until(async () => (await doneByTime(id)).length > 1, 20);
      await until(isTidied, 20);
    } finally {
      await Promise.all(running.map((each) => each.close()));
    }
    expect(await doneByTime(id)).toEqual([
      ['BREACH', 'VERIFICATION'],
      ['ESCALATE', 'VERIFICATION'],
    ]);
    expect(warnings).toEqual([]);
  }, 40_000);
});

/** Copies of a submitted report with its chain and its verification clock, as the owner of the tables. */
async function copyReport(id: string, times: number): Promise<void> {
  const { database } = service;
  const columns = async (table: string, but: readonly string[]): Promise<string> => {
    const rows = await database.query<{ name: string }[]>(
      `select column_name as name from information_schema.columns
        where table_schema = 'reports' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    return rows
      .map(({ name }) => name)
      .filter((name) => !but.includes(name))
      .join(', ');
  };
  const rest = await columns('report', ['id', 'tracking_id']);
  const link = await columns('disposition', ['report_id']);
  const clock = await columns('clock', ['report_id']);
  await database.transaction(async (tx) => {
    await tx.query(
      `create temporary table copy on commit drop as
         select gen_random_uuid() as id, (4000000000 + n)::text as tracking_id from generate_series(1, $1::int) as n`,
      [times],
    );
    await tx.query(
      `insert into report (id, tracking_id, ${rest})
       select copy.id, copy.tracking_id, ${rest.replaceAll(/\w+/g, 'report.$&')} from copy, report where report.id = $1`,
      [id],
    );
    await tx.query(
      `insert into disposition (report_id, ${link}) select copy.id, ${link} from copy, disposition where report_id = $1`,
      [id],
    );
    await tx.query(
      `insert into clock (report_id, ${clock})
       select copy.id, ${clock} from copy, clock where report_id = $1 and kind = 'VERIFICATION'`,
      [id],
    );
  });
}
