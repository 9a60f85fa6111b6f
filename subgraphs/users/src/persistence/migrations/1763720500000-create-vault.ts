import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVault1763720500000 implements MigrationInterface {
  name = 'CreateVault1763720500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table vault_link (
        report_id uuid not null,
        sealed_account_id text not null,
        account_hash bytea not null,
        submitted_at timestamptz(3) not null,
        constraint vault_link_pk primary key (report_id)
      );
      create index vault_link_by_account on vault_link (account_hash, submitted_at desc, report_id desc);
      comment on table vault_link is 'Report to account, readable only with the key of the vault.';
      comment on column vault_link.sealed_account_id is 'Account id, encrypted with the key of the vault.';
      comment on column vault_link.account_hash is
        'HMAC-SHA256 of the account id under the key of the vault, to find own reports.';
      comment on column vault_link.submitted_at is 'When the report came in (UTC).';

      create table access_receipt (
        id uuid not null,
        report_id uuid not null,
        account_hash bytea not null,
        role text not null,
        agency_id uuid not null,
        purpose text not null,
        at timestamptz(3) not null,
        constraint access_receipt_pk primary key (id),
        constraint access_receipt_purpose_is_known check (purpose in ('READ_NAME'))
      );
      create index access_receipt_by_account on access_receipt (account_hash, at desc, id desc);
      comment on table access_receipt is 'Who looked at an identity, for its owner to read. Append-only.';
      comment on column access_receipt.report_id is 'Report whose reporter was looked up.';
      comment on column access_receipt.account_hash is
        'HMAC-SHA256 of the account id of the reporter under the key of the vault.';
      comment on column access_receipt.role is 'Role in which the identity was read.';
      comment on column access_receipt.agency_id is 'Agency for which it was read.';
      comment on column access_receipt.purpose is 'What was read: READ_NAME.';
      comment on column access_receipt.at is 'When (UTC).';

      -- A link is made once and never pointed elsewhere; a receipt stays as written.
      revoke update on vault_link from users_app;
      revoke update, delete on access_receipt from users_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table access_receipt; drop table vault_link');
  }
}
