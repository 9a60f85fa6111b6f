import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes of the office stand beside the report: they are no part of its versions, its history or its events. */
export class KeepInternalNotes1763800330000 implements MigrationInterface {
  name = 'KeepInternalNotes1763800330000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table note (
        id uuid not null,
        report_id uuid not null,
        seq integer not null,
        agency_id uuid not null,
        officer_id uuid not null,
        body text not null,
        created_at timestamptz not null,
        constraint note_pk primary key (id),
        constraint note_has_its_place unique (report_id, seq),
        constraint note_has_text check (body <> ''),
        constraint note_report_fk foreign key (report_id) references report (id),
        constraint note_agency_fk foreign key (agency_id) references agency (id)
      )
    `);
    await queryRunner.query(/* sql */ `
      comment on table note is 'What officers wrote to one another about a report; read by the house that wrote it.'
    `);
    await queryRunner.query('revoke update, delete on note from reports_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table note');
  }
}
