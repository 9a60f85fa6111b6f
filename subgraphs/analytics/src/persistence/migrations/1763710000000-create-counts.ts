import { CONSUMER_TABLES } from '@satu-pintu/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCounts1763710000000 implements MigrationInterface {
  name = 'CreateCounts1763710000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(PROJECTIONS);
    await queryRunner.query(COUNTERS);
    await queryRunner.query(CONSUMER_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table inbox, consumer_cursor, published_count, counting, report_count, report_fact, agency',
    );
  }
}

const PROJECTIONS = /* sql */ `
  create table agency (
    id uuid not null constraint agency_pk primary key,
    code text not null,
    parent_id uuid,
    path ltree not null,
    house_path ltree not null,
    is_active boolean not null,
    version integer not null
  );
  create index agency_root on agency (code) where parent_id is null;
  comment on table agency is 'The tree as last told by agency.*; any order of arrival ends in the same rows.';

  create table report_fact (
    report_id uuid not null constraint report_fact_pk primary key,
    version integer not null,
    tracking_id text not null,
    state text not null,
    requested_type text not null,
    type text,
    category_id text,
    region_code text,
    holder_agency_id uuid not null,
    channel text not null,
    is_anonymous boolean not null,
    is_secret boolean not null,
    submitted_at timestamptz not null,
    dispatched_at timestamptz,
    first_follow_up_at timestamptz,
    first_follow_up_due_at timestamptz,
    responded_at timestamptz,
    resolution_due_at timestamptz,
    closed_at timestamptz,
    close_reason text,
    dispositions integer not null,
    returns integer not null,
    is_public boolean not null,
    late_at timestamptz
  );
  create index report_fact_by_late_at on report_fact (late_at) where late_at is not null;
  comment on table report_fact is 'Reports as last told by report.*, without text or person. Counters are folded from it.';
`;

const COUNTERS = /* sql */ `
  create table report_count (
    agency_id uuid not null,
    is_public boolean not null,
    state text not null,
    type text not null,
    own integer not null,
    own_overdue integer not null,
    total integer not null,
    overdue integer not null,
    constraint report_count_pk primary key (agency_id, is_public, state, type)
  ) with (fillfactor = 60);
  comment on table report_count is 'Counters per agency with all below it; equal to a recount of report_fact.';

  create table counting (
    id boolean not null default true constraint counting_pk primary key constraint counting_is_one_row check (id),
    revision bigint not null default 0,
    late_until timestamptz not null default '1970-01-01 00:00:00+00',
    published_at timestamptz not null default '1970-01-01 00:00:00+00'
  ) with (fillfactor = 20);
  insert into counting default values;
  comment on table counting is 'How far the counters are. Locked by whoever changes them, so changes never interleave.';

  create table published_count (
    agency_id uuid not null constraint published_count_pk primary key,
    counts jsonb not null
  );
  comment on table published_count is 'Public numbers of the last publication, small cells already withheld.';
`;
