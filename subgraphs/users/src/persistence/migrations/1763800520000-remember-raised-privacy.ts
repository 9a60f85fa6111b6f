import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberRaisedPrivacy1763800520000 implements MigrationInterface {
  name = 'RememberRaisedPrivacy1763800520000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table withheld_reporter (
        report_id uuid not null,
        since timestamptz(3) not null,
        constraint withheld_reporter_pk primary key (report_id)
      );
      comment on table withheld_reporter is
        'Reports made anonymous after they were filed: handles that were sealed before no longer open. Append-only.';
      comment on column withheld_reporter.report_id is 'Report whose reporter nobody else is to learn any more.';
      comment on column withheld_reporter.since is 'When it was made anonymous (UTC).';

      -- Nothing lowers privacy.
      revoke update, delete on withheld_reporter from users_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table withheld_reporter');
  }
}
