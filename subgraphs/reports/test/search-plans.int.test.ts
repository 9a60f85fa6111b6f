import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { coordinatorBandung, ksp, national, stranger, worksOfficer } from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { found } from './support/search.js';
import { agencyId } from './support/small-tree.js';

let service: ReportsService;
let sent: jest.SpiedFunction<EntityManager['query']>;

/** Four thousand reports, one in 250 with the word that is looked for, one in ten secret. */
const FILL = /* sql */ `
  with filed as (
    insert into report (id, tracking_id, version, state, requested_type, type, title, body, public_title, public_body,
                        category_id, channel, is_anonymous, is_secret, rule_set_code, holder_agency_id,
                        disposition_seq, submitted_at, received_at, published_at)
    select gen_random_uuid(), lpad(n::text, 10, '0'), 1, 'CLOSED', 'COMPLAINT', 'COMPLAINT_GENERAL',
           'Laporan kata' || n % 700, said, 'Laporan', said, '08.001', 'WEB', false, n % 10 = 3,
           'PERMENPANRB_62_2018', case when n % 30 = 20 then $1::uuid else $2::uuid end, 1, at, at,
           case when n % 10 <> 3 then at end
      from generate_series(1, 4000) as n,
           lateral (select timestamptz '2026-07-10' - n * interval '90 minutes' as at,
                           'Isi laporan tentang jalan ' || case when n % 250 = 20 then 'berlumpur' else 'kering' end
                             || ' ' || repeat('x', 600)
                             as said) as texts
    returning id, holder_agency_id, submitted_at
  )
  insert into disposition (report_id, seq, act, to_agency_id, by_role, at)
  select id, 1, 'SUBMIT', holder_agency_id, 'REPORTER', submitted_at from filed
`;

/** One report in three was told upwards, of these few to Bandung. */
const ESCALATE_SOME = /* sql */ `
  with late as (
    insert into clock (report_id, kind, seq, started_at, time_zone, due_at, breached_at)
    select id, 'RESOLUTION', 1, submitted_at, 'Asia/Jakarta', submitted_at, submitted_at
      from report where tracking_id::int % 3 = 0
    returning report_id
  )
  insert into escalation (report_id, version, clock, clock_seq, to_agency_id, at)
  select report.id, 2, 'RESOLUTION', 1, case when tracking_id::int % 300 = 0 then $1::uuid else $2::uuid end, now()
    from late join report on report.id = late.report_id
`;

beforeAll(async () => {
  service = await startReports();
  const { database } = service;
  await database.transaction(async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query(FILL, [agencyId('32.73/1.03'), agencyId('KEMENKES')]);
    await tx.query(ESCALATE_SOME, [agencyId('32.73'), agencyId('KEMENKES')]);
  });
  for (const table of ['report', 'report_words', 'agency', 'escalation'])
    await database.query(`analyze ${table}`);
  sent = jest.spyOn(Object.getPrototypeOf(database.manager) as EntityManager, 'query');
}, 60_000);
afterAll(() => service.close());

/** How the database goes about the list that a viewer asks for. */
async function planOf(filter: object, viewer: Viewer, orderBy = 'NEWEST'): Promise<string> {
  sent.mockClear();
  await found(service.ask, filter, viewer, { first: 20, orderBy });
  const list = sent.mock.calls.find(([sql]) => sql.includes('report_words') && !sql.includes('explain'));
  if (!list) throw new Error('No list was asked for.');
  return JSON.stringify(await service.database.query(`explain ${list[0]}`, list[1] as unknown[]));
}

describe('a search among many reports', () => {
  it.each<[string, Viewer, number]>([
    ['the public', stranger, 16],
    ['an officer', worksOfficer, 16],
    ['a coordinator', coordinatorBandung, 16],
    ['KSP', ksp, 16],
    ['the national desk', national, 16],
  ])('goes through an index of words for %s', async (_who, viewer, count) => {
    expect(await found(service.ask, { query: 'lumpur' }, viewer)).toHaveLength(count);
    const plan = await planOf({ query: 'lumpur' }, viewer);
    expect(plan).toContain('Bitmap Index Scan on report_words_by_');
    expect(plan).not.toMatch(/Seq Scan on report(_words)?\b/);
  });

  it('never looks into the words of the office for the public', async () => {
    const plan = await planOf({ query: 'lumpur' }, stranger);
    expect(plan).toContain('report_words_by_published');
    expect(plan).not.toContain('filed');
  });

  it('goes through both for an officer', async () => {
    const plan = await planOf({ query: 'lumpur' }, worksOfficer);
    expect(plan).toContain('report_words_by_published');
    expect(plan).toContain('report_words_by_filed');
  });

  it.each<[string, Viewer]>([
    ['the public', stranger],
    ['an officer', worksOfficer],
  ])('costs nothing where %s looks for no words', async (_who, viewer) => {
    const plan = await planOf({ submittedFrom: '2026-07-08' }, viewer);
    expect(plan).not.toContain('words');
    expect(plan).toContain('report_by_');
  });
});

describe('a list of what an agency and those below it hold', () => {
  it('knows at once that nothing of a kind is there, instead of reading to the end of the list', async () => {
    sent.mockClear();
    const filter = { agencyId: agencyId('32'), regionCode: '96' };
    expect(await found(service.ask, filter, coordinatorBandung)).toEqual([]);
    expect(sent.mock.calls.filter(([sql]) => sql.includes('report_words'))).toEqual([]);
    const [sql, parameters] = sent.mock.calls.find(([each]) => each.includes('as held')) ?? ['', []];
    const plan = JSON.stringify(await service.database.query(`explain ${sql}`, parameters as unknown[]));
    expect(plan).toMatch(/report_by_(holder|region)/);
    expect(plan).not.toContain('Seq Scan on report');
  });
});

describe('what is due first among the reports of one day', () => {
  it('is looked for among those alone, which lie in no order of what is due', async () => {
    const day = { submittedFrom: '2026-07-08', submittedTo: '2026-07-08' };
    expect(await planOf(day, national, 'DUE_FIRST')).toContain('(id = ANY (');
    const [sql, parameters] = sent.mock.calls.find(([each]) => each.includes(`'-infinity'`)) ?? ['', []];
    expect(sql).not.toBe('');
    const probe = JSON.stringify(await service.database.query(`explain ${sql}`, parameters as unknown[]));
    expect(probe).toContain('report_by_submission');
  });

  it('needs no list where nothing came in', async () => {
    sent.mockClear();
    const day = { submittedFrom: '2025-07-08', submittedTo: '2025-07-08' };
    expect(await found(service.ask, day, national, { orderBy: 'DUE_FIRST' })).toEqual([]);
    expect(sent.mock.calls.filter(([sql]) => sql.includes('report_words'))).toEqual([]);
  });
});

describe('a list of what is in a rare state', () => {
  it('begins with the few of the whole country', async () => {
    await service.database.query(`update report set state = 'WITHDRAWN' where tracking_id = '0000000020'`);
    const filter = { states: ['WITHDRAWN'], agencyId: agencyId('32') };
    expect(await planOf(filter, national)).toContain('(id = ANY (');
    const [sql, parameters] = sent.mock.calls.find(([each]) => each.includes(`state in ('SUBMITTED'`)) ?? [
      '',
      [],
    ];
    const probe = JSON.stringify(await service.database.query(`explain ${sql}`, parameters as unknown[]));
    expect(probe).toContain('report_by_rare_state');
  });

  it('needs no list where nothing is', async () => {
    sent.mockClear();
    expect(await found(service.ask, { states: ['MERGED'] }, national)).toEqual([]);
    expect(sent.mock.calls.filter(([sql]) => sql.includes('report_words'))).toEqual([]);
  });
});

describe('the list of what was told to an agency', () => {
  it('begins with the few that were told, whatever lies below', async () => {
    const plan = await planOf({ escalatedToMe: true }, coordinatorBandung);
    expect(plan).toContain('escalation_by_agency');
    expect(plan).not.toMatch(/Seq Scan on (report|escalation)\b/);
  });
});
