import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicViewer, type Viewer } from '@satu-pintu/domain-kit';
import { act, dispatched, responded, submitted } from './support/acts.js';
import {
  coordinatorBandung,
  coordinatorJabar,
  ksp,
  national,
  stranger,
  warga,
  worksOfficer,
} from './support/people.js';
import { FRIDAY, type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

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

/** What the platform did by itself, oldest first: act, reason and the day in Jakarta. */
async function doneByTime(reportId: string): Promise<readonly string[]> {
  const rows = await service.database.query<{ line: string }[]>(
    `select concat_ws(' ', act, reason, (at at time zone 'Asia/Jakarta')::date) as line
       from history_entry where report_id = $1 and by_role = 'SYSTEM' order by version`,
    [reportId],
  );
  return rows.map(({ line }) => line);
}

/** Sweeps a few times a day, from the Friday on, as many days as told. */
async function liveThrough(days: number): Promise<void> {
  const begin = new Date(FRIDAY).getTime();
  for (let hours = 0; hours <= days * 24; hours += 8) {
    service.clock.set(new Date(begin + hours * 3_600_000).toISOString());
    await sweeper.sweep();
  }
}

function jump(days: number): void {
  service.clock.set(new Date(new Date(FRIDAY).getTime() + days * 86_400_000).toISOString());
}

describe('a reporter who stays silent', () => {
  it('is reminded after five and eight working days, and the report closed after ten', async () => {
    const { id } = await responded(service.ask);
    await liveThrough(18);
    expect(await doneByTime(id)).toEqual([
      'REMIND_REPORTER SILENCE 2026-07-18',
      'REMIND_REPORTER SILENCE 2026-07-23',
      'AUTO_CLOSE 2026-07-25',
    ]);
  });

  it('is reminded before the report is closed also after a standstill, by two sweeps at once, each once', async () => {
    const { id } = await responded(service.ask);
    jump(30);
    const summaries = await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    expect(summaries.every(({ failed }) => failed === 0)).toBe(true);
    expect(await doneByTime(id)).toEqual([
      'REMIND_REPORTER SILENCE 2026-08-09',
      'REMIND_REPORTER SILENCE 2026-08-09',
      'AUTO_CLOSE 2026-08-09',
    ]);
    expect(await sweeper.sweep()).toEqual({ done: {}, notices: 0, passed: 0, failed: 0 });
  });

  it('is reminded anew after a message of an administrator, who gives the whole time again', async () => {
    const { id } = await responded(service.ask);
    await liveThrough(9);
    const message = { reportId: id, body: 'Mohon periksa, apakah tambalannya sudah baik?' };
    await act(service.ask, 'sendMessage', message, coordinatorBandung);
    jump(19);
    await sweeper.sweep();
    expect(await doneByTime(id)).toEqual([
      'REMIND_REPORTER SILENCE 2026-07-18',
      'REMIND_REPORTER SILENCE 2026-07-29',
    ]);
  });

  it('who has no account is reminded on the page that the access code opens, and that is written down', async () => {
    const report = await responded(service.ask, {}, publicViewer());
    jump(9);
    await sweeper.sweep();
    const query = `query ($id: ID!, $code: String) { report(trackingId: $id, accessCode: $code) {
      history { act reason } clocks { kind dueAt } } }`;
    const { data } = await service.ask(query, { id: report.trackingId, code: report.accessCode }, stranger);
    const seen = (data as { report: { history: object[] } }).report;
    expect(seen.history.at(-1)).toEqual({ act: 'REMIND_REPORTER', reason: 'SILENCE_ON_PAGE_ONLY' });
  });

  it('is not reminded once the report is closed', async () => {
    const { id } = await responded(service.ask);
    await act(service.ask, 'confirmResolution', { reportId: id, rating: 5 }, warga);
    jump(30);
    expect(await sweeper.sweep()).toMatchObject({ notices: 0 });
    expect(await doneByTime(id)).toEqual([]);
  });
});

describe('a reporter who is asked for something', () => {
  it('is reminded twice before the report is set aside', async () => {
    const { id } = await submitted(service.ask);
    const question = { reportId: id, missing: ['PLACE'], message: 'Di sebelah mana jalan itu berlubang?' };
    await act(service.ask, 'requestCompletion', question, coordinatorBandung);
    await liveThrough(32);
    expect(await doneByTime(id)).toEqual([
      'REMIND_REPORTER COMPLETION 2026-07-26',
      'REMIND_REPORTER COMPLETION 2026-08-05',
      'EXPIRE_COMPLETION INCOMPLETE_TIMEOUT 2026-08-10',
    ]);
  });
});

describe('the plan of notices', () => {
  it('is made when the report comes in, and anew when it moves on', async () => {
    const { id } = await dispatched(service.ask);
    const planned = await service.database.query<{ kind: string }[]>(
      'select kind from clock where report_id = $1 and next_notice_at = due_at order by kind',
      [id],
    );
    expect(planned.map(({ kind }) => kind)).toEqual(['FIRST_FOLLOW_UP', 'RESOLUTION', 'VERIFICATION']);
  });
});

describe('a deadline that was let pass', () => {
  it('is told to the coordinator above, then the holder is reminded, then the national desk is told', async () => {
    const { id, trackingId } = await dispatched(service.ask);
    await liveThrough(17);
    expect(await doneByTime(id)).toEqual([
      'BREACH FIRST_FOLLOW_UP 2026-07-18',
      'ESCALATE FIRST_FOLLOW_UP 2026-07-18',
      'REMIND_HOLDER FIRST_FOLLOW_UP 2026-07-21',
      'ESCALATE FIRST_FOLLOW_UP 2026-07-25',
    ]);
    const query =
      'query ($id: ID!) { report(trackingId: $id) { agency { id } escalations { clock to { id } } } }';
    const { data } = await service.ask(query, { id: trackingId }, warga);
    expect(data).toEqual({
      report: {
        agency: { id: agencyId('32.73/1.03') },
        escalations: [
          { clock: 'FIRST_FOLLOW_UP', to: { id: agencyId('32.73') } },
          { clock: 'FIRST_FOLLOW_UP', to: { id: agencyId('NASIONAL') } },
        ],
      },
    });
  });

  it('tells in its events which clock it was, and whom', async () => {
    const { id } = await submitted(service.ask);
    jump(11);
    await sweeper.sweep();
    const events = await service.database.query<{ type: string; clock: string; to: string | null }[]>(
      `select type, payload->>'clock' as clock, payload->>'toAgencyId' as to
         from outbox where aggregate_id = $1 and version > 1 order by version`,
      [id],
    );
    // Bandung verifies for itself, and nobody in its province can sign in here.
    const to = agencyId('NASIONAL');
    expect(events).toEqual([
      { type: 'report.deadline-breached', clock: 'VERIFICATION', to: null },
      { type: 'report.escalated', clock: 'VERIFICATION', to },
      { type: 'report.holder-reminded', clock: 'VERIFICATION', to: null },
      { type: 'report.escalated', clock: 'VERIFICATION', to },
    ]);
  });

  it('that is answered in time is told to nobody', async () => {
    const { id } = await dispatched(service.ask);
    const answer = { reportId: id, kind: 'FINAL', outcome: 'FIXED', body: 'Lubang sudah ditambal.' };
    await act(service.ask, 'recordFollowUp', answer, worksOfficer);
    jump(8);
    expect(await sweeper.sweep()).toMatchObject({ notices: 1 });
    expect(await doneByTime(id)).toEqual(['REMIND_REPORTER SILENCE 2026-07-18']);
  });

  it('is no matter of the public, nor of those who only observe', async () => {
    const { trackingId } = await dispatched(service.ask);
    jump(20);
    await sweeper.sweep();
    const query = 'query ($id: ID!) { report(trackingId: $id) { escalations { clock } history { act } } }';
    for (const [viewer, acts] of [
      [warga, ['ESCALATE', 'BREACH']],
      [coordinatorJabar, ['ESCALATE', 'REMIND_HOLDER', 'BREACH']],
      [stranger, ['BREACH']],
      [ksp, ['BREACH']],
    ] as const) {
      const { data } = await service.ask(query, { id: trackingId }, viewer);
      const { history, escalations } = (
        data as { report: { history: { act: string }[]; escalations: object[] } }
      ).report;
      const seen = history.map((entry) => entry.act);
      expect([...acts].every((name) => seen.includes(name))).toBe(true);
      expect(seen.filter((name) => /REMIND|ESCALATE/.test(name)).length > 0).toBe(acts.length > 1);
      expect(escalations.length > 0).toBe(acts.length > 1);
    }
  });

  it('whose telling is torn away in the middle is told by the next sweep, once', async () => {
    const { database } = service;
    const { id } = await dispatched(service.ask);
    jump(8);
    await database.query(`
      create function tear() returns trigger language plpgsql as $$ begin raise 'the connection was lost'; end $$;
      create trigger tear before insert on outbox for each row
        when (new.type = 'report.escalated') execute function tear()`);
    try {
      expect(await sweeper.sweep()).toMatchObject({ notices: 0, failed: 1 });
      expect(await doneByTime(id)).toEqual(['BREACH FIRST_FOLLOW_UP 2026-07-18']);
    } finally {
      await database.query('drop trigger tear on outbox; drop function tear()');
    }
    expect(await sweeper.sweep()).toEqual({ done: {}, notices: 1, passed: 0, failed: 0 });
    expect(await sweeper.sweep()).toMatchObject({ notices: 0 });
  });
});

describe('the list of what was told to an agency', () => {
  const LIST = 'query ($f: ReportFilter) { reports(filter: $f, first: 50) { nodes { id } } }';

  async function toldTo(viewer: Viewer, escalatedToMe: boolean | null = true): Promise<readonly string[]> {
    const { data, errors } = await service.ask(LIST, { f: { escalatedToMe } }, viewer);
    expect(errors).toEqual([]);
    return (data as { reports: { nodes: { id: string }[] } }).reports.nodes.map(({ id }) => id);
  }

  it('holds for a coordinator what was let pass below, and for the national desk what still lies', async () => {
    const late = await dispatched(service.ask);
    jump(8);
    await sweeper.sweep();
    service.clock.set(FRIDAY);
    const inTime = await dispatched(service.ask);
    expect(await toldTo(coordinatorBandung)).toContain(late.id);
    expect(await toldTo(coordinatorBandung)).not.toContain(inTime.id);
    expect(await toldTo(coordinatorBandung, null)).toEqual(expect.arrayContaining([late.id, inTime.id]));
    expect(await toldTo(national)).not.toContain(late.id);
    for (const viewer of [worksOfficer, stranger, warga]) expect(await toldTo(viewer)).toEqual([]);
  });

  it('can be asked of an inbox', async () => {
    const late = await dispatched(service.ask);
    jump(8);
    await sweeper.sweep();
    const { data, errors } = await service.ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Agency {
         inbox(filter: { escalatedToMe: true }) { nodes { id } } } } }`,
      { r: [{ __typename: 'Agency', id: agencyId('32.73') }] },
      coordinatorBandung,
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain(late.id);
  });
});
