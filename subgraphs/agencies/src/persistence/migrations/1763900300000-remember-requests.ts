import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberRequests1763900300000 implements MigrationInterface {
  name = 'RememberRequests1763900300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table carried_out (
        scope bytea not null,
        request_hash bytea not null,
        subject_id uuid not null,
        created_at timestamptz not null,
        constraint carried_out_pk primary key (scope)
      );
      comment on table carried_out is 'Requests under an idempotency key that were carried out.';
      comment on column carried_out.scope is 'Keyed hash of sender and key.';
      comment on column carried_out.request_hash is 'Keyed hash of what was asked.';
      comment on column carried_out.subject_id is 'Agency or officer that the request was about.';
      comment on column carried_out.created_at is 'When it was carried out.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table carried_out');
  }
}
