import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecondFactor1764010200000 implements MigrationInterface {
  name = 'CreateSecondFactor1764010200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table second_factor (
        account_id uuid not null,
        sealed_secret text not null,
        confirmed_at timestamptz(3) not null,
        last_step integer not null,
        wrong_codes integer not null default 0,
        wrong_since timestamptz(3),
        constraint second_factor_pk primary key (account_id),
        constraint second_factor_belongs_to_account
          foreign key (account_id) references account (id) on delete cascade
      );
      comment on table second_factor is 'Authenticator apps (RFC 6238) that are in force, one per account.';
      comment on column second_factor.account_id is 'Whose it is.';
      comment on column second_factor.sealed_secret is
        'What the app shares with us, encrypted with the key of the vault for this account alone.';
      comment on column second_factor.confirmed_at is 'When its first code was shown (UTC).';
      comment on column second_factor.last_step is
        'Half minutes from 1970 to the last code that was used; no code of it or before counts.';
      comment on column second_factor.wrong_codes is 'Wrong codes since then.';
      comment on column second_factor.wrong_since is
        'When the first of the wrong codes came (UTC); null after a right one.';

      create table second_factor_enrolment (
        account_id uuid not null,
        sealed_secret text not null,
        expires_at timestamptz(3) not null,
        constraint second_factor_enrolment_pk primary key (account_id),
        constraint second_factor_enrolment_belongs_to_account
          foreign key (account_id) references account (id) on delete cascade
      );
      comment on table second_factor_enrolment is 'Authenticator apps that are being set up; not in force.';
      comment on column second_factor_enrolment.account_id is 'Whose it is.';
      comment on column second_factor_enrolment.sealed_secret is
        'What the app shares with us, encrypted with the key of the vault for this account alone.';
      comment on column second_factor_enrolment.expires_at is 'Until when a first code is awaited (UTC).';

      create table recovery_code (
        account_id uuid not null,
        code_hash bytea not null,
        used_at timestamptz(3),
        constraint recovery_code_pk primary key (account_id, code_hash),
        constraint recovery_code_belongs_to_account
          foreign key (account_id) references account (id) on delete cascade
      );
      comment on table recovery_code is 'Codes that stand in for a lost authenticator app, each once.';
      comment on column recovery_code.account_id is 'Whose it is.';
      comment on column recovery_code.code_hash is 'HMAC-SHA256 of account and code under the key of the vault.';
      comment on column recovery_code.used_at is 'When it was used (UTC); null while it can be.';

      create table sign_in_challenge (
        challenge_hash bytea not null,
        account_id uuid not null,
        expires_at timestamptz(3) not null,
        constraint sign_in_challenge_pk primary key (challenge_hash),
        constraint sign_in_challenge_belongs_to_account
          foreign key (account_id) references account (id) on delete cascade
      );
      create index sign_in_challenge_by_account on sign_in_challenge (account_id);
      comment on table sign_in_challenge is 'Sign-ins with the first factor given and the second awaited.';
      comment on column sign_in_challenge.challenge_hash is 'SHA-256 of the challenge, which is 256 random bits.';
      comment on column sign_in_challenge.account_id is 'Who signs in.';
      comment on column sign_in_challenge.expires_at is 'Until when the second factor is awaited (UTC).';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table sign_in_challenge; drop table recovery_code; drop table second_factor_enrolment; drop table second_factor',
    );
  }
}
