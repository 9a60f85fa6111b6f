import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a report is on its way to the Ombudsman, and an index of just the clocks that nobody has dealt with. */
export class WriteDownBreaches1763786800000 implements MigrationInterface {
  name = 'WriteDownBreaches1763786800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table report
        add column oversight_stage text,
        add constraint report_oversight_stage_is_known check (oversight_stage in ('ELIGIBLE'))
    `);
    await queryRunner.query(/* sql */ `
      comment on column report.oversight_stage is 'Null until the time of the agency is over; then it stays.'
    `);
    await queryRunner.query('drop index clock_due');
    await queryRunner.query(/* sql */ `
      create index clock_due on clock (kind, due_at) where ended_at is null and breached_at is null
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index clock_due');
    await queryRunner.query('create index clock_due on clock (kind, due_at) where ended_at is null');
    await queryRunner.query('alter table report drop column oversight_stage');
  }
}
