import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Viewer } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import { entities } from './support/entities.js';
import { coordinatorBandung, coordinatorJabar, national, stranger, worksOfficer } from './support/people.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';

type Statement = readonly [sql: string, parameters: unknown[]];

let service: ReportsService;
let sent: jest.SpiedFunction<EntityManager['query']>;

beforeAll(async () => {
  service = await startReports();
  await fillTables();
  sent = rememberStatements();
}, 60_000);
afterAll(() => service.close());

/** Every statement that is sent from here on; all data sources share the one prototype. */
function rememberStatements(): jest.SpiedFunction<EntityManager['query']> {
  return jest.spyOn(Object.getPrototypeOf(service.database.manager) as EntityManager, 'query');
}

/** Six thousand reports of a year, one in thirty with the public works office, most of them public. */
const FILL = /* sql */ `
  with filed as (
    insert into report (id, tracking_id, version, state, requested_type, type, title, body, public_title, public_body,
                        category_id, channel, is_anonymous, is_secret, rule_set_code, holder_agency_id,
                        disposition_seq, submitted_at, received_at, published_at)
    select gen_random_uuid(), lpad(n::text, 10, '0'), 1, case when n % 5 = 0 then 'DISPATCHED' else 'CLOSED' end,
           'COMPLAINT', 'COMPLAINT_GENERAL', 'Judul', 'Isi laporan', 'Judul', 'Isi laporan', '08.001', 'WEB', false,
           n % 10 = 0, 'PERMENPANRB_62_2018', case when n % 30 = 5 then $1::uuid else $2::uuid end, 1,
           at, at, case when n % 10 <> 0 then at end
      from generate_series(1, 6000) as n, lateral (select timestamptz '2026-07-10' - n * interval '90 minutes' as at) as filed
    returning id, holder_agency_id, submitted_at
  ), clocks as (
    insert into clock (report_id, kind, seq, started_at, time_zone)
    select id, kind, 1, submitted_at, 'Asia/Jakarta' from filed, unnest(array['CITIZEN', 'HOLDER']) as kind
  ), said as (
    insert into follow_up (id, report_id, version, kind, body, public_body, author_kind, agency_id, created_at)
    select gen_random_uuid(), id, 2, 'INTERIM', 'Sedang dikerjakan.', 'Sedang dikerjakan.', 'AGENCY',
           holder_agency_id, submitted_at from filed
  )
  insert into disposition (report_id, seq, act, to_agency_id, by_role, at)
  select id, 1, 'SUBMIT', holder_agency_id, 'REPORTER', submitted_at from filed
`;

async function fillTables(): Promise<void> {
  const { database } = service;
  await database.transaction(async (tx) => {
    // All words of all these reports are stored too, which takes a busy machine a while.
    await tx.query('set local statement_timeout = 0');
    await tx.query(FILL, [agencyId('32.73/1.03'), agencyId('KEMENKES')]);
  });
  for (const table of ['report', 'clock', 'follow_up', 'disposition', 'agency'])
    await database.query(`analyze ${table}`);
}

/** What the service asked the database while something was done, but for its background work. */
async function statementsDuring(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  sent.mockClear();
  await work();
  const asked = sent.mock.calls.map(([sql, parameters]): Statement => [sql, (parameters ?? []) as unknown[]]);
  return asked.filter(([sql]) => !/consumer_cursor|inbox/.test(sql));
}

/** The table that a statement reads first. */
function tableOf([sql]: Statement): string {
  return /\bfrom\s+(\w+)/.exec(sql)?.[1] ?? sql;
}

const PAGE = /* GraphQL */ `
  nodes {
    id title agency { id } category { id name } viewerActions
    latestFollowUp { body author { __typename } }
    clocks { kind dueAt } dispositions { to { id } } history { act }
  }
  pageInfo { hasNextPage }
`;

async function list(
  viewer: Viewer,
  args = 'first: 20',
): Promise<{ readonly nodes: readonly object[]; readonly pageInfo: { readonly endCursor: string } }> {
  const { data, errors } = await service.ask(
    `{ reports(${args}) { ${PAGE} pageInfo { endCursor } } }`,
    {},
    viewer,
  );
  expect(errors).toEqual([]);
  return data?.reports as Awaited<ReturnType<typeof list>>;
}

async function inbox(code: string, viewer: Viewer): Promise<void> {
  const agency = { __typename: 'Agency', id: agencyId(code) };
  const fields = `... on Agency { inbox(first: 20) { ${PAGE} } }`;
  const { data, errors } = await entities(service.ask, [agency], fields, viewer);
  expect(errors).toEqual([]);
  const [found] = (data as { _entities: { inbox: { nodes: object[] } }[] })._entities;
  expect(found?.inbox.nodes).toHaveLength(20);
}

describe('a page of twenty reports with all that belongs to them', () => {
  const ONE_OF_EACH = ['agency', 'category', 'clock', 'disposition', 'follow_up', 'history_entry', 'report'];

  it('costs the public one statement for each kind of thing', async () => {
    const asked = await statementsDuring(async () => {
      expect((await list(stranger)).nodes).toHaveLength(20);
    });
    expect(asked.map(tableOf).sort()).toEqual(ONE_OF_EACH);
  });

  it('costs an officer three more: the own posts and their place before the list is made, and drafts of answers', async () => {
    const asked = await statementsDuring(() => inbox('32.73', coordinatorBandung));
    expect(asked.map(tableOf).sort()).toEqual(['agency', ...ONE_OF_EACH, 'answer_draft', 'unnest'].sort());
  });

  it('costs the same when the page is five times as long', async () => {
    const asked = await statementsDuring(async () => {
      expect((await list(stranger, 'first: 100')).nodes).toHaveLength(100);
    });
    expect(asked.map(tableOf).sort()).toEqual(ONE_OF_EACH);
  });

  it('costs one statement as twenty references that another subgraph has named', async () => {
    const rows = await service.database.query<{ id: string }[]>(
      'select id from report where published_at is not null limit 20',
    );
    const representations = rows.map(({ id }) => ({ __typename: 'Report', id }));
    const asked = await statementsDuring(async () => {
      const { errors } = await entities(
        service.ask,
        representations,
        '... on Report { title category { name } }',
        stranger,
      );
      expect(errors).toEqual([]);
    });
    expect(asked.map(tableOf).sort()).toEqual(['agency', 'category', 'report']);
  });
});

describe('the lists', () => {
  const LISTS: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['the public list', () => list(stranger)],
    [
      'the second page of the public list',
      async () => {
        const { pageInfo } = await list(stranger);
        sent.mockClear();
        await list(stranger, `first: 20, after: "${pageInfo.endCursor}"`);
      },
    ],
    ['the public list from its old end', () => list(stranger, 'first: 20, orderBy: OLDEST')],
    ['the list of the national desk', () => list(national)],
    ['the inbox of an office', () => inbox('32.73/1.03', worksOfficer)],
    ['the inbox of a province', () => inbox('32', coordinatorJabar)],
  ];

  it.each(LISTS)('find %s through an index, never by reading all reports', async (_which, work) => {
    const asked = await statementsDuring(work);
    const lists = asked.filter((statement) => tableOf(statement) === 'report');
    expect(lists).toHaveLength(1);
    for (const [sql, parameters] of lists) {
      const plan = JSON.stringify(await service.database.query(`explain ${sql}`, parameters));
      expect(plan).toMatch(/Index (Only )?Scan (Backward )?using report_by_|Bitmap Index Scan on report_by_/);
      expect(plan).not.toContain('Seq Scan on report');
    }
  });

  it.each([
    ['an office', '32.73/1.03', worksOfficer],
    ['a province', '32', coordinatorJabar],
  ] as const)(
    'find what is due first in the inbox of %s through an index of open reports, and ask no clock',
    async (_who, code, viewer) => {
      const asked = await statementsDuring(() => inbox(code, viewer));
      const [sql, parameters] = asked.find((statement) => tableOf(statement) === 'report') ?? ['', []];
      const plan = JSON.stringify(await service.database.query(`explain ${sql}`, parameters));
      expect(plan).toMatch(/report_by_(holder_while_open|deadline)/);
      expect(plan).not.toMatch(/Seq Scan on report|clock/);
    },
  );
});
