import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a report goes back to when its reporter answers, and how often each limited act has been used. */
export class RememberPausesAndSecondChances1763786400000 implements MigrationInterface {
  name = 'RememberPausesAndSecondChances1763786400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table report
        add column state_before text,
        add column awaiting_since timestamptz,
        add column pause_count integer not null default 0,
        add column reopen_count integer not null default 0,
        add column appeal_count integer not null default 0,
        add column extension_count integer not null default 0,
        add constraint report_waits_with_a_way_back
          check ((state = 'AWAITING_REPORTER') = (state_before is not null)),
        add constraint report_waits_since_an_instant
          check ((state = 'AWAITING_REPORTER') = (awaiting_since is not null))
    `);
    await queryRunner.query(/* sql */ `
      comment on column report.state_before is 'While the reporter is awaited: the state to which the report goes back.';
      comment on column report.awaiting_since is 'While the reporter is awaited: since when; clocks stand still from here.'
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table report
        drop column state_before,
        drop column awaiting_since,
        drop column pause_count,
        drop column reopen_count,
        drop column appeal_count,
        drop column extension_count
    `);
  }
}
