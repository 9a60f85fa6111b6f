import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OVERSIGHT_FINDINGS, OVERSIGHT_STAGES } from '../../report/report-state.js';

/** The way to the Ombudsman: what the reporter agreed to, the case that rests on it, and what was found. */
export class KeepConsentsToOversight1763800420000 implements MigrationInterface {
  name = 'KeepConsentsToOversight1763800420000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of [STAGES, RECORDS]) await queryRunner.query(step);
    await queryRunner.query(
      'revoke update, delete on oversight_consent, oversight_transfer, oversight_outcome from reports_app',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      drop table oversight_outcome, oversight_transfer, oversight_consent;
      alter table report drop column oversight_reveals_identity;
      update report set oversight_stage = 'ELIGIBLE' where oversight_stage is not null;
      alter table report
        drop constraint report_oversight_stage_is_known,
        add constraint report_oversight_stage_is_known check (oversight_stage in ('ELIGIBLE'))
    `);
  }
}

const oneOf = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const STAGES = /* sql */ `
  alter table report
    add column oversight_reveals_identity boolean not null default false,
    drop constraint report_oversight_stage_is_known,
    add constraint report_oversight_stage_is_known check (oversight_stage in (${oneOf(OVERSIGHT_STAGES)})),
    add constraint report_reveals_identity_only_by_consent
      check (not oversight_reveals_identity or oversight_stage in ('CONSENTED', 'TRANSFERRED', 'CONCLUDED'));
  comment on column report.oversight_stage is 'Null until the time of the agency is over or its answer was rejected.';
  comment on column report.oversight_reveals_identity is 'May the Ombudsman learn who reported, by the consent in force?';
  create index report_by_oversight on report (oversight_stage) where oversight_stage is not null
`;

const RECORDS = /* sql */ `
  create table oversight_consent (
    report_id uuid not null,
    version integer not null,
    text_version text not null,
    reveals_identity boolean not null,
    keeps_name_secret boolean not null,
    incident_date date,
    at timestamptz not null,
    constraint oversight_consent_pk primary key (report_id, version),
    constraint oversight_consent_report_fk foreign key (report_id) references report (id)
  );
  comment on table oversight_consent is 'What a reporter agreed to and in which words; who it was, nothing here says.';

  create table oversight_transfer (
    report_id uuid not null,
    version integer not null,
    consent_version integer not null,
    case_number text not null,
    at timestamptz not null,
    constraint oversight_transfer_pk primary key (report_id),
    constraint oversight_transfer_rests_on_a_consent
      foreign key (report_id, consent_version) references oversight_consent (report_id, version)
  );
  comment on table oversight_transfer is 'Cases that the Ombudsman has taken: the report as of that version.';

  create table oversight_outcome (
    report_id uuid not null,
    version integer not null,
    finding text not null,
    summary text not null,
    corrective_action text,
    due_date date,
    at timestamptz not null,
    constraint oversight_outcome_pk primary key (report_id),
    constraint oversight_outcome_ends_a_case foreign key (report_id) references oversight_transfer (report_id),
    constraint oversight_outcome_finding_is_known check (finding in (${oneOf(OVERSIGHT_FINDINGS)})),
    constraint oversight_outcome_corrects_what_was_found
      check ((finding = 'MALADMINISTRATION_FOUND') = (corrective_action is not null)
             and (corrective_action is null) = (due_date is null))
  );
  comment on table oversight_outcome is 'Final reports of examination (LAHP).'
`;
