import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InviteOfficers1763900600000 implements MigrationInterface {
  name = 'InviteOfficers1763900600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table appointment
        add column invitation_hash bytea,
        add column invitation_expires_at timestamptz;
      create index appointment_by_invitation on appointment (invitation_hash) where invitation_hash is not null;
      comment on column appointment.invitation_hash is
        'SHA-256 of the code with which the post is taken up; null where nobody was invited, and once it is used.';
      comment on column appointment.invitation_expires_at is 'Until when the code works.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table appointment drop column invitation_hash, drop column invitation_expires_at',
    );
  }
}
