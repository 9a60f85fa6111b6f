import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders to count open deadlines anew, how far each has come, and every limit that was moved. */
export class RecalculateDeadlines1763800530000 implements MigrationInterface {
  name = 'RecalculateDeadlines1763800530000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table recalculation (
        id uuid not null,
        reason text not null,
        by_agency_id uuid not null,
        by_officer_id uuid not null,
        requested_at timestamptz not null,
        finished_at timestamptz,
        last_report_id uuid,
        reports_seen integer not null default 0,
        refused integer not null default 0,
        constraint recalculation_pk primary key (id)
      )
    `);
    await queryRunner.query(/* sql */ `
      create unique index recalculation_one_at_a_time on recalculation ((true)) where finished_at is null
    `);
    await queryRunner.query(/* sql */ `
      create table moved_limit (
        report_id uuid not null,
        version integer not null,
        clock text not null,
        clock_seq integer not null,
        old_due_at timestamptz not null,
        new_due_at timestamptz not null,
        recalculation_id uuid not null,
        constraint moved_limit_pk primary key (report_id, version, clock),
        constraint moved_limit_is_of_a_clock foreign key (report_id, clock, clock_seq)
          references clock (report_id, kind, seq),
        constraint moved_limit_recalculation_fk foreign key (recalculation_id) references recalculation (id),
        constraint moved_limit_moves check (new_due_at <> old_due_at)
      )
    `);
    await queryRunner.query('create index moved_limit_by_recalculation on moved_limit (recalculation_id)');
    await queryRunner.query(/* sql */ `
      comment on table moved_limit is 'Deadlines that a recalculation moved, before and after. Append-only.'
    `);
    await queryRunner.query('revoke update, delete on moved_limit from reports_app');
    await queryRunner.query('revoke delete on recalculation from reports_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table moved_limit');
    await queryRunner.query('drop table recalculation');
  }
}
