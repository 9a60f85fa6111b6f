import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccount1763720100000 implements MigrationInterface {
  name = 'CreateAccount1763720100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table account (
        id uuid not null,
        email citext not null,
        display_name text not null,
        password_hash text not null,
        locale text not null,
        is_demo boolean not null default false,
        sealed_reporter_key text not null,
        created_at timestamptz(3) not null,
        constraint account_pk primary key (id),
        constraint account_email_is_unique unique (email),
        constraint account_locale_is_known check (locale in ('id', 'en'))
      );
      comment on table account is 'People who can sign in. A report can be filed without one.';
      comment on column account.email is 'Address to sign in with; upper and lower case are the same.';
      comment on column account.display_name is 'Name as the person wants to be called.';
      comment on column account.password_hash is 'Argon2id of the peppered password, with its parameters and salt.';
      comment on column account.locale is 'Language of texts for this person: id or en.';
      comment on column account.is_demo is 'Made by the demonstration loader; its password is public.';
      comment on column account.sealed_reporter_key is
        'Secret that proves "this report is mine", encrypted with the key of the vault.';
      comment on column account.created_at is 'When the account was made (UTC).';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account');
  }
}
