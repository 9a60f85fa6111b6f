import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppointment1763720400000 implements MigrationInterface {
  name = 'CreateAppointment1763720400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table appointment (
        officer_id uuid not null,
        agency_id uuid not null,
        role text not null,
        account_id uuid,
        is_active boolean not null,
        version integer not null,
        constraint appointment_pk primary key (officer_id)
      );
      create index appointment_by_account on appointment (account_id);
      comment on table appointment is 'Posts and the accounts that hold them, projected from officer.* events.';
      comment on column appointment.agency_id is 'Agency of the post.';
      comment on column appointment.role is 'What the officer is appointed to do, as in the glossary.';
      comment on column appointment.account_id is
        'Account that signs in for the post; null until an invitation is accepted.';
      comment on column appointment.is_active is 'Whether the post is held now.';
      comment on column appointment.version is
        'Version of the event that is applied; an older one changes nothing.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table appointment');
  }
}
