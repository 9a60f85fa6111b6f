import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMail1763800510000 implements MigrationInterface {
  name = 'CreateMail1763800510000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table mail (
        id uuid not null,
        sealed_account_id text not null,
        audience text not null,
        kind text not null,
        sealed_report text not null,
        due_at timestamptz(3) not null,
        attempts integer not null default 0,
        constraint mail_pk primary key (id),
        constraint mail_audience_is_known check (audience in ('REPORTER', 'OFFICE'))
      );
      create index mail_by_due on mail (due_at, id);
      comment on table mail is 'E-mails still to be sent; whom and about what only the key of the vault tells.';
      comment on column mail.id is
        'Follows from event, account and channel under the key of the vault; also the Message-ID.';
      comment on column mail.sealed_account_id is 'Account id, encrypted with the key of the vault.';
      comment on column mail.audience is 'As whom the account is told: REPORTER or OFFICE.';
      comment on column mail.kind is 'What happened, as in the schema.';
      comment on column mail.sealed_report is 'Id and tracking number of the report, encrypted.';
      comment on column mail.due_at is 'When to try (again) (UTC).';
      comment on column mail.attempts is 'How often the server did not take it.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table mail');
  }
}
