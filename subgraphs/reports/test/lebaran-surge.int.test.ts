import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, submitted, VERIFICATION } from './support/acts.js';
import { coordinatorBandung } from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { createSweeper, type Sweeper } from './support/sweeper.js';

/** Reports of one day in the weeks of Lebaran (SP4N-LAPOR!, 2018). */
const A_DAY = 159;
const AT_ONCE = 20;

/** Days before, in and after the holidays of Lebaran 2026, and the last day to verify what came in on them. */
const DAYS = [
  // Five days off and two weekends lie between Friday the 13th and the third working day after it.
  ['2026-03-13', '2026-03-25'],
  ['2026-03-17', '2026-03-27'],
  // Lebaran itself: counted from the first working day after it.
  ['2026-03-21', '2026-03-30'],
  ['2026-03-25', '2026-03-30'],
] as const;

let service: ReportsService;
let sweeper: Sweeper;

beforeAll(async () => {
  service = await startReports();
  sweeper = await createSweeper(service);
  for (const [day] of DAYS) await takeInOn(day);
}, 180_000);
afterAll(async () => {
  await sweeper.close();
  await service.close();
});

async function takeInOn(day: string): Promise<void> {
  service.clock.set(`${day}T03:00:00Z`);
  for (let taken = 0; taken < A_DAY; taken += AT_ONCE) {
    const many = Math.min(AT_ONCE, A_DAY - taken);
    await Promise.all(Array.from({ length: many }, () => submitted(service.ask)));
  }
}

const DUE = /* sql */ `
  select to_char(report.submitted_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day,
         to_char(clock.due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI:SS.MS') as due,
         count(*)::int as count
    from report join clock on clock.report_id = report.id and clock.kind = 'VERIFICATION'
   group by 1, 2 order by 1
`;

async function breached(): Promise<number> {
  const [row] = await service.database.query<{ count: number }[]>(
    `select count(*)::int as count from clock where kind = 'VERIFICATION' and breached_at is not null`,
  );
  return row?.count ?? 0;
}

describe('a surge of 159 reports a day around Lebaran', () => {
  it('is taken in whole, each report due on the third working day after it came', async () => {
    expect(await service.database.query(DUE)).toEqual(
      DAYS.map(([day, due]) => ({ day, due: `${due} 23:59:59.999`, count: A_DAY })),
    );
  });

  it('has numbers of its own for every report', async () => {
    const [row] = await service.database.query<object[]>(
      'select count(distinct tracking_id)::int as numbers, count(distinct id)::int as reports from report',
    );
    expect(row).toEqual({ numbers: DAYS.length * A_DAY, reports: DAYS.length * A_DAY });
  });

  it('gives a report that is dispatched before the holidays its working days after them', async () => {
    const { ask, clock, database } = service;
    clock.set('2026-03-17T03:00:00Z');
    const { id } = await submitted(ask);
    const to = { reportId: id, agencyId: agencyId('32.73/1.03') };
    await act(ask, 'verifyReport', { ...VERIFICATION, ...to }, coordinatorBandung);
    const rows = await database.query<object[]>(
      `select kind, to_char(due_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as due from clock
        where report_id = $1 and kind in ('FIRST_FOLLOW_UP', 'RESOLUTION', 'OMBUDSMAN') order by kind`,
      [id],
    );
    expect(rows).toEqual([
      { kind: 'FIRST_FOLLOW_UP', due: '2026-03-31' },
      { kind: 'OMBUDSMAN', due: '2026-06-26' },
      { kind: 'RESOLUTION', due: '2026-04-14' },
    ]);
  });

  it('breaches nothing while offices are closed, and what is late the instant after, all of it', async () => {
    const { clock } = service;
    clock.set('2026-03-25T16:59:59.999Z');
    await sweeper.sweep();
    expect(await breached()).toBe(0);
    clock.set('2026-03-25T17:00:00.000Z');
    expect((await sweeper.sweep()).failed).toBe(0);
    expect(await breached()).toBe(A_DAY);
  }, 120_000);
});
