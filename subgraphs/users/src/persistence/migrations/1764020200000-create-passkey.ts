import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasskey1764020200000 implements MigrationInterface {
  name = 'CreatePasskey1764020200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table passkey (
        id uuid not null,
        account_id uuid not null,
        credential_id text not null,
        public_key bytea not null,
        sign_count bigint not null,
        transports text[] not null,
        is_backed_up boolean not null,
        name text not null,
        created_at timestamptz(3) not null,
        last_used_at timestamptz(3),
        blocked_at timestamptz(3),
        constraint passkey_pk primary key (id),
        constraint passkey_credential_is_registered_once unique (credential_id),
        constraint passkey_belongs_to_account foreign key (account_id) references account (id) on delete cascade
      );
      create index passkey_by_account on passkey (account_id);
      comment on table passkey is 'Passkeys that sign in to an account; public halves only.';
      comment on column passkey.account_id is 'Whom it signs in.';
      comment on column passkey.credential_id is 'Id that the device gave it, base64url.';
      comment on column passkey.public_key is 'Its public key, COSE.';
      comment on column passkey.sign_count is
        'Counter of its last use; stays 0 for passkeys that do not count.';
      comment on column passkey.transports is 'How a browser reaches it: internal, hybrid, usb and others.';
      comment on column passkey.is_backed_up is 'Whether its provider keeps it on several devices.';
      comment on column passkey.name is 'What its owner calls it.';
      comment on column passkey.created_at is 'When it was added (UTC).';
      comment on column passkey.last_used_at is 'When it was last accepted (UTC); null before.';
      comment on column passkey.blocked_at is
        'When its counter went back, as that of a copy does (UTC); it signs in no more.';

      create table spent_challenge (
        hash bytea not null,
        expires_at timestamptz(3) not null,
        constraint spent_challenge_pk primary key (hash)
      );
      create index spent_challenge_by_end on spent_challenge (expires_at);
      comment on table spent_challenge is
        'Challenges that were answered, until they would have ended anyway.';
      comment on column spent_challenge.hash is 'SHA-256 of the challenge.';
      comment on column spent_challenge.expires_at is 'When it ends (UTC).';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table spent_challenge; drop table passkey');
  }
}
