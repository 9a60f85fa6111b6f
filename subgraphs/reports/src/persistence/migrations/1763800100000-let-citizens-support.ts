import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "I have this too": one row for each account and report, without saying which account. */
export class LetCitizensSupport1763800100000 implements MigrationInterface {
  name = 'LetCitizensSupport1763800100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table support (
        report_id uuid not null,
        supporter_tag bytea not null,
        constraint support_pk primary key (report_id, supporter_tag),
        constraint support_report_fk foreign key (report_id) references report (id),
        constraint support_tag_is_a_mac check (octet_length(supporter_tag) = 32)
      );
      revoke update on support from reports_app;
      comment on table support is
        'Who has the same trouble: supporter_tag = HMAC(secret of the account, report id). Holds no id and no instant of a person.'
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table support');
  }
}
