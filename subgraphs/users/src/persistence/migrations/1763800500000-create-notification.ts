import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotification1763800500000 implements MigrationInterface {
  name = 'CreateNotification1763800500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table notification (
        id uuid not null,
        seq bigserial not null,
        recipient bytea not null,
        audience text not null,
        kind text not null,
        sealed_report text not null,
        at timestamptz(3) not null,
        read_at timestamptz(3),
        constraint notification_pk primary key (id),
        constraint notification_audience_is_known check (audience in ('REPORTER', 'OFFICE'))
      );
      create index notification_by_recipient on notification (recipient, seq desc);
      create index notification_unread_by_recipient on notification (recipient, seq desc) where read_at is null;
      comment on table notification is
        'What a person was told; person and report readable only with the key of the vault.';
      comment on column notification.id is
        'Follows from event, account and channel under the key of the vault, so none is written twice.';
      comment on column notification.seq is 'Order of arrival.';
      comment on column notification.recipient is
        'HMAC-SHA256 of audience and account id under the key of the vault; no other table has the same.';
      comment on column notification.audience is 'As whom the account was told: REPORTER or OFFICE.';
      comment on column notification.kind is 'What happened, as in the schema.';
      comment on column notification.sealed_report is 'Id and tracking number of the report, encrypted.';
      comment on column notification.at is 'When it happened (UTC), as far as the person may know.';
      comment on column notification.read_at is 'When it was read (UTC).';

      -- All that ever changes is that it was read.
      revoke update on notification from users_app;
      grant update (read_at) on notification to users_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table notification');
  }
}
