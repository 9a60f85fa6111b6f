import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report is never left with an agency that has ended, or that nobody runs any more. */
export class KnowWhoSucceeds1763900810000 implements MigrationInterface {
  name = 'KnowWhoSucceeds1763900810000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table succession (
        agency_id uuid not null,
        successor_id uuid not null,
        reason text not null,
        constraint succession_pk primary key (agency_id),
        constraint succession_reason_is_known check (reason in ('ENDED', 'VACATED')),
        constraint succession_is_by_another check (agency_id <> successor_id)
      );
      comment on table succession is 'Which agency takes over the open reports of another one, as agencies told.';
      comment on column succession.agency_id is 'Agency that leaves open reports.';
      comment on column succession.successor_id is 'Agency that takes them over.';
      comment on column succession.reason is 'ENDED: it is no more. VACATED: nobody is left who runs it; forgotten once done.';
      alter table officer_post
        add column is_active boolean not null default true,
        add column is_taken_up boolean not null default false;
      update officer_post set is_active = can_sign_in, is_taken_up = can_sign_in;
      comment on column officer_post.is_active is 'Whether the post is held now.';
      comment on column officer_post.is_taken_up is 'Whether somebody has an account for it; who, this schema never knows.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table succession; alter table officer_post drop column is_active, drop column is_taken_up',
    );
  }
}
