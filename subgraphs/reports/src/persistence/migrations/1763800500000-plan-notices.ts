import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the next reminder or escalation of a running clock is due. Runs from before have no plan; what their reporters
 * must be told is worked out when they come to their end.
 */
export class PlanNotices1763800500000 implements MigrationInterface {
  name = 'PlanNotices1763800500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table clock
        add column notices_sent integer not null default 0,
        add column next_notice_at timestamptz,
        add constraint clock_notices_are_counted check (notices_sent >= 0)
    `);
    await queryRunner.query(/* sql */ `
      create index clock_notice_due on clock (next_notice_at, report_id, kind)
        where ended_at is null and next_notice_at is not null
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index clock_notice_due');
    await queryRunner.query('alter table clock drop column notices_sent, drop column next_notice_at');
  }
}
