import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an editor has taken from the public: a report as a whole, and the text of single lines. */
export class EditWhatIsPublic1763800430000 implements MigrationInterface {
  name = 'EditWhatIsPublic1763800430000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table report
        add column redacted_at timestamptz,
        add column hidden_at timestamptz,
        add column published_before_hiding timestamptz,
        add constraint report_is_not_published_while_hidden check (hidden_at is null or published_at is null),
        add constraint report_remembers_publication_only_while_hidden
          check (published_before_hiding is null or hidden_at is not null)
    `);
    await queryRunner.query(/* sql */ `
      comment on column report.published_before_hiding is 'Since when a hidden report had been public; it is again when it is shown.';
      comment on column report.redacted_at is 'When an editor last took something out of what is public.'
    `);
    await queryRunner.query(/* sql */ `
      create table follow_up_redaction (
        follow_up_id uuid not null,
        report_id uuid not null,
        version integer not null,
        constraint follow_up_redaction_pk primary key (follow_up_id),
        constraint follow_up_redaction_line_fk foreign key (follow_up_id) references follow_up (id),
        constraint follow_up_redaction_report_fk foreign key (report_id) references report (id)
      )
    `);
    await queryRunner.query(/* sql */ `
      comment on table follow_up_redaction is 'Lines whose text the public no longer reads, and by which act.'
    `);
    await queryRunner.query('revoke update, delete on follow_up_redaction from reports_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      drop table follow_up_redaction;
      alter table report drop column redacted_at, drop column hidden_at, drop column published_before_hiding
    `);
  }
}
