import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { migrateReports, REPORTS_ENTITIES, REPORTS_MIGRATIONS } from '../src/persistence/migrate-reports.js';
import { REPORT_COLUMNS, ReportEntity } from '../src/report/report.entity.js';
import { dispatched, type Submitted } from './support/acts.js';
import { type ReportsService, startReports } from './support/reports-service.js';
import { agencyId } from './support/small-tree.js';
import { rowCounts } from './support/tables.js';

let service: ReportsService;
let app: DataSource;
let report: Submitted;

beforeAll(async () => {
  service = await startReports();
  const { databaseUrl: url } = service.config;
  app = await createDataSource({
    url,
    schema: 'reports',
    entities: REPORTS_ENTITIES,
    poolSize: 1,
  }).initialize();
  report = await dispatched(service.ask);
}, 60_000);
afterAll(async () => {
  await app.destroy();
  await service.close();
});

describe('the schema of reports', () => {
  it('has the columns that the entity says, so that no migration is missing', async () => {
    const { upQueries } = await service.database.driver.createSchemaBuilder().log();
    // Constraints, indexes and comments are the migration's own: an entity without relations cannot say them.
    const changes = upQueries.map(({ query }) => query);
    expect(changes.filter((query) => !/ DROP CONSTRAINT |^DROP INDEX |^COMMENT ON /.test(query))).toEqual([]);
    expect(
      service.database
        .getMetadata(ReportEntity)
        .columns.map(({ propertyName }) => propertyName)
        .sort(),
    ).toEqual([...REPORT_COLUMNS].sort());
  });

  it('stays as it is when migrated again', async () => {
    const before = await rowCounts(service.database);
    await migrateReports(service.ownerUrl);
    expect(await rowCounts(service.database)).toEqual(before);
    const applied = await service.database.query<{ name: string }[]>(
      'select name from migration order by id',
    );
    expect(applied.map(({ name }) => name)).toEqual(REPORTS_MIGRATIONS.map(({ name }) => name));
  });
});

describe('the running service', () => {
  it.each([
    'create table extra (id int)',
    'alter table report add column extra int',
    'drop table follow_up',
    'truncate history_entry',
    'create index extra on report (title)',
    'create function extra() returns int language sql as $$ select 1 $$',
    "update disposition set note = ''",
    'delete from disposition',
    "update follow_up set body = 'lain'",
    'delete from follow_up',
    "update history_entry set reason = ''",
    'delete from history_entry',
    'update oversight_reading set at = now()',
    'delete from oversight_reading',
    'update answer_policy set requires_approval = false',
    'delete from answer_policy',
    'delete from answer_template',
    'delete from answer_draft',
    "update answer_draft_step set reason = ''",
    'delete from answer_draft_step',
    "update note set body = ''",
    'delete from note',
    'update event_log.event set version = 2',
    'delete from event_log.event',
    'create table agencies.extra (id int)',
    'create table public.extra (id int)',
  ])('may not do this: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['agencies', 'users', 'analytics'])('does not see into the schema of %s', async (schema) => {
    await expect(app.query(`select * from ${schema}.migration`)).rejects.toMatchObject({ code: '42501' });
    const [right] = await app.query<{ has: boolean }[]>("select has_schema_privilege($1, 'usage') as has", [
      schema,
    ]);
    expect(right?.has).toBe(false);
  });

  it('may not speak in the log under the name of another', async () => {
    await expect(
      app.query(`insert into event_log.event (id, producer, type, aggregate_id, version, at, payload)
                 values (gen_random_uuid(), 'agencies', 'agency.changed', gen_random_uuid(), 1, now(), '{}')`),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

/** Tries to do something by hand, as the owner of the tables, in one transaction. */
function byHand(...statements: readonly string[]): Promise<void> {
  return service.database.transaction(async (tx) => {
    for (const statement of statements) await tx.query(statement, [report.id]);
  });
}

describe('the database itself', () => {
  const CITY = `'${agencyId('32.73')}'`;
  const HOLDER = `'${agencyId('32.73/1.03')}'`;
  const MINISTRY = `'${agencyId('KEMENKES')}'`;
  const link = (seq: number, from: string, to: string): string =>
    `insert into disposition (report_id, seq, act, from_agency_id, to_agency_id, by_role, at)
     values ($1, ${String(seq)}, 'SUB_DISPATCH', ${from}, ${to}, 'NATIONAL_ADMIN', now())`;
  const SECOND_CLOCK = `insert into clock (report_id, kind, seq, started_at, time_zone)
                        values ($1, 'HOLDER', 9, now(), 'Asia/Jakarta')`;

  const draftOf = (agency: string): string =>
    `insert into answer_draft (id, report_id, disposition_seq, agency_id, version, state, kind, body, author_role,
                               author_officer_id, writers, created_at, changed_at)
     values (gen_random_uuid(), $1, 2, ${agency}, 1, 'AWAITING_APPROVAL', 'INTERIM', 'Sudah.', 'LIAISON_OFFICER',
             ${CITY}, array[${CITY}::uuid], now(), now())`;

  it.each<[string, string, readonly string[]]>([
    [
      'a holder who is not the end of the chain',
      'report_holder_is_the_last_of_the_chain',
      [`update report set holder_agency_id = ${MINISTRY} where id = $1`],
    ],
    [
      'a chain that is longer than the report knows',
      'report_holder_is_the_last_of_the_chain',
      [`update report set disposition_seq = 3 where id = $1`],
    ],
    [
      'a holder who is no agency',
      'report_holder_fk',
      [`update report set holder_agency_id = gen_random_uuid() where id = $1`],
    ],
    ['a gap in the chain', 'disposition_begins_where_the_last_ended', [link(4, HOLDER, CITY)]],
    [
      'a link that does not begin where the last one ended',
      'disposition_begins_where_the_last_ended',
      [link(3, MINISTRY, CITY)],
    ],
    ['a link from nowhere', 'disposition_first_has_no_origin', [link(3, 'null', CITY)]],
    ['a second holder at the same place of the chain', 'disposition_pk', [link(2, CITY, MINISTRY)]],
    ['two running clocks of a kind', 'clock_runs_once_per_kind', [SECOND_CLOCK]],
    [
      'a breach at another instant than the due one',
      'clock_breach_is_at_the_due_instant',
      [`update clock set breached_at = now() where report_id = $1 and kind = 'RESOLUTION'`],
    ],
    [
      'a clock that ends before it starts',
      'clock_ends_after_it_starts',
      [`update clock set ended_at = started_at - interval '1 second' where report_id = $1`],
    ],
    [
      'a secret report that is public',
      'report_is_published_only_when_not_secret',
      [`update report set is_secret = true where id = $1`],
    ],
    [
      'a dispatched report without a class',
      'report_is_verified_before_it_is_dispatched',
      [`update report set type = null where id = $1`],
    ],
    ['a rating of six', 'report_rating_is_1_to_5', [`update report set rating = 6 where id = $1`]],
    [
      'a state that nobody knows',
      'report_state_is_known',
      [`update report set state = 'LOST' where id = $1`],
    ],
    [
      'an answer without an outcome',
      'follow_up_final_has_an_outcome',
      [
        `insert into follow_up (id, report_id, version, kind, body, public_body, author_kind, created_at)
       values (gen_random_uuid(), $1, 9, 'FINAL', 'Selesai.', 'Selesai.', 'AGENCY', now())`,
      ],
    ],
    [
      'a draft of an agency that does not hold the report',
      'answer_draft_is_of_the_holder',
      [draftOf(MINISTRY)],
    ],
    ['two open drafts', 'answer_draft_is_open_once', [draftOf(HOLDER), draftOf(HOLDER)]],
    [
      'two events of one version',
      'outbox_version_is_unique',
      [
        `insert into outbox (id, type, aggregate_id, version, at, payload)
       values (gen_random_uuid(), 'report.verified', $1, 2, now(), '{}')`,
      ],
    ],
  ])('refuses %s', async (_what, constraint, statements) => {
    await expect(byHand(...statements)).rejects.toMatchObject({ constraint });
  });

  it('takes a change of holder that brings its link along', async () => {
    const moved = `update report set holder_agency_id = ${CITY}, disposition_seq = 3 where id = $1`;
    await byHand(moved, link(3, HOLDER, CITY));
    const [row] = await service.database.query<{ seq: number }[]>(
      'select disposition_seq as seq from report where id = $1',
      [report.id],
    );
    expect(row?.seq).toBe(3);
  });
});
