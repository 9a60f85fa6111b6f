import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OUTCOMES } from '../../report/report-state.js';

const OUTCOMES_LIST = OUTCOMES.map((outcome) => `'${outcome}'`).join(', ');

/** Texts that an agency offers its officers and those of the agencies below for their answers. */
export class KeepAnswerTemplates1763800320000 implements MigrationInterface {
  name = 'KeepAnswerTemplates1763800320000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table answer_template (
        id uuid not null,
        agency_id uuid not null,
        version integer not null,
        name text not null,
        body text not null,
        outcome text,
        is_active boolean not null,
        changed_by uuid not null,
        changed_at timestamptz not null,
        constraint answer_template_pk primary key (id),
        constraint answer_template_outcome_is_known check (outcome in (${OUTCOMES_LIST})),
        constraint answer_template_agency_fk foreign key (agency_id) references agency (id)
      );
      create unique index answer_template_name_is_unique on answer_template (agency_id, lower(name));
      comment on table answer_template is 'Texts for answers, with placeholders; one that is not active is not offered.';
      comment on column idempotency.report_id is 'What the request was about: a report, or a new answer template.'
    `);
    await queryRunner.query('revoke delete on answer_template from reports_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table answer_template; comment on column idempotency.report_id is null');
  }
}
