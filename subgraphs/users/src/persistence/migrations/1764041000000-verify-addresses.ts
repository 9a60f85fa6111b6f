import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that prove a mailbox, and letters to the owner of an account about the account itself. */
export class VerifyAddresses1764041000000 implements MigrationInterface {
  name = 'VerifyAddresses1764041000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table account add column email_verified_at timestamptz(3);
      comment on column account.email_verified_at is
        'When its owner showed that the address is theirs (UTC); null until then.';

      create table account_code (
        code_hash bytea not null,
        account_id uuid not null,
        purpose text not null,
        expires_at timestamptz(3) not null,
        constraint account_code_pk primary key (code_hash),
        constraint account_code_belongs_to_account
          foreign key (account_id) references account (id) on delete cascade,
        constraint account_code_purpose_is_known check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD'))
      );
      create index account_code_by_account on account_code (account_id);
      comment on table account_code is 'Codes that were sent to the address of an account, each good for one use.';
      comment on column account_code.code_hash is 'SHA-256 of the code, which is 256 random bits.';
      comment on column account_code.account_id is 'Whose address it was sent to.';
      comment on column account_code.purpose is 'What it is good for.';
      comment on column account_code.expires_at is 'Until when it works (UTC).';

      alter table mail
        alter column sealed_report drop not null,
        add column sealed_code text,
        drop constraint mail_audience_is_known,
        add constraint mail_audience_is_known check (audience in ('REPORTER', 'OFFICE', 'FOLLOWER', 'OWNER')),
        add constraint mail_is_of_a_report_unless_to_the_owner
          check ((audience = 'OWNER') = (sealed_report is null));
      comment on column mail.audience is 'As whom the account is told: REPORTER, OFFICE, FOLLOWER, or OWNER of the account.';
      comment on column mail.kind is 'What happened, as in the schema; for an owner, what the letter is for.';
      comment on column mail.sealed_report is 'Id and tracking number of the report, encrypted; null to an owner.';
      comment on column mail.sealed_code is 'Code in a letter to an owner, encrypted; null in those without.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      delete from mail where audience = 'OWNER';
      alter table mail
        drop constraint mail_is_of_a_report_unless_to_the_owner,
        drop constraint mail_audience_is_known,
        add constraint mail_audience_is_known check (audience in ('REPORTER', 'OFFICE', 'FOLLOWER')),
        drop column sealed_code,
        alter column sealed_report set not null;
      drop table account_code;
      alter table account drop column email_verified_at;
    `);
  }
}
