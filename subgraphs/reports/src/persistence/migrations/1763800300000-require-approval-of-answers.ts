import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether what an agency answers needs a second pair of eyes; each decision stays beside those before it. */
export class RequireApprovalOfAnswers1763800300000 implements MigrationInterface {
  name = 'RequireApprovalOfAnswers1763800300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table answer_policy (
        agency_id uuid not null,
        seq integer not null,
        requires_approval boolean not null,
        by_role text not null,
        by_agency_id uuid not null,
        by_officer_id uuid not null,
        at timestamptz not null,
        constraint answer_policy_pk primary key (agency_id, seq),
        constraint answer_policy_agency_fk foreign key (agency_id) references agency (id)
      )
    `);
    await queryRunner.query(/* sql */ `
      comment on table answer_policy is
        'Decisions whether answers need approval, the last one of an agency in force; without one, that of the nearest above.'
    `);
    await queryRunner.query('revoke update, delete on answer_policy from reports_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table answer_policy');
  }
}
