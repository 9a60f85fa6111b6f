import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOfficers1763700400000 implements MigrationInterface {
  name = 'CreateOfficers1763700400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table officer (
        id uuid not null,
        agency_id uuid not null,
        role text not null,
        name text not null,
        title text,
        work_email text,
        work_phone text,
        account_id uuid,
        is_active boolean not null,
        version integer not null,
        constraint officer_pk primary key (id),
        constraint officer_serves_an_agency foreign key (agency_id) references agency (id),
        constraint officer_post_is_held_once unique (agency_id, account_id, role),
        constraint officer_role_is_known check (role in ('NATIONAL_ADMIN', 'COORDINATOR_ADMIN', 'AGENCY_ADMIN',
          'LIAISON_OFFICER', 'INTAKE_OFFICER', 'INTEGRATOR', 'OMBUDSMAN', 'KSP_VIEWER', 'MOHA_EVALUATOR', 'ANALYST')),
        constraint officer_version_counts_from_one check (version >= 1)
      );
      create index officer_by_agency on officer (agency_id, name, id);
      create index officer_by_account on officer (account_id);
      comment on table officer is 'Posts that people hold in agencies. One person may hold several.';
      comment on column officer.id is 'Random, or derived from the address of a demo account.';
      comment on column officer.agency_id is 'Agency in which the post is held.';
      comment on column officer.role is 'What the officer is appointed to do.';
      comment on column officer.name is 'Name of the person, as colleagues know it.';
      comment on column officer.title is 'Title of the post; null where none is given.';
      comment on column officer.work_email is 'Address at work; null where unknown.';
      comment on column officer.work_phone is 'Telephone at work; null where unknown.';
      comment on column officer.account_id is 'Account that signs in for this post; null until an invitation is accepted.';
      comment on column officer.is_active is 'False once the appointment has ended.';
      comment on column officer.version is 'Number of its last event, counted from 1 without gaps.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table officer');
  }
}
