import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days decreed otherwise than shipped, and for each run of a clock the calendar by which it was counted. */
export class AmendTheCalendar1763800520000 implements MigrationInterface {
  name = 'AmendTheCalendar1763800520000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table calendar_amendment (
        id bigint generated always as identity,
        date date not null,
        kind text not null,
        name text not null,
        legal_basis text not null,
        by_agency_id uuid not null,
        by_officer_id uuid not null,
        at timestamptz not null,
        constraint calendar_amendment_pk primary key (id),
        constraint calendar_amendment_kind_is_known
          check (kind in ('NATIONAL_HOLIDAY', 'JOINT_LEAVE', 'WORKING_DAY'))
      )
    `);
    await queryRunner.query('create index calendar_amendment_by_day on calendar_amendment (date, id desc)');
    await queryRunner.query(/* sql */ `
      comment on table calendar_amendment is 'What was decreed after the calendar was shipped; the last word on a day holds.'
    `);
    await queryRunner.query('revoke update, delete on calendar_amendment from reports_app');
    // One round trip for every act: in a function each statement sees what was committed while the one before waited.
    await queryRunner.query(/* sql */ `
      create function keep_calendar_edition(key bigint) returns integer language plpgsql volatile as $$
      begin
        perform pg_advisory_xact_lock_shared(key);
        return (select coalesce(max(id), 0) from calendar_amendment);
      end $$
    `);
    await queryRunner.query('alter table clock add column calendar_edition integer not null default 0');
    await queryRunner.query(/* sql */ `
      comment on column clock.calendar_edition is 'Last amendment in the calendar by which due_at was counted; 0 for none.'
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table clock drop column calendar_edition');
    await queryRunner.query('drop function keep_calendar_edition(bigint)');
    await queryRunner.query('drop table calendar_amendment');
  }
}
