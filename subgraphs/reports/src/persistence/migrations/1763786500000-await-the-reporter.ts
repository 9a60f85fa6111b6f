import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to the reporter and their answers, the clock in calendar days, and archiving when no answer comes. */
export class AwaitTheReporter1763786500000 implements MigrationInterface {
  name = 'AwaitTheReporter1763786500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of [CLOCK, CONVERSATION, ARCHIVING]) await queryRunner.query(step);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table clock drop column calendar_days;
      alter table follow_up
        drop column missing,
        drop constraint follow_up_kind_is_known,
        add constraint follow_up_kind_is_known check (kind in ('INTERIM', 'FINAL', 'REPLY'));
      alter table report
        drop constraint report_archive_reason_is_known,
        add constraint report_archive_reason_is_known check (archive_reason in
          ('NOT_UNDERSTANDABLE', 'TOO_GENERAL', 'NOT_GOVERNMENT', 'OUT_OF_SCOPE', 'ABUSIVE', 'SPAM'))
    `);
  }
}

const CLOCK = /* sql */ `
  alter table clock
    add column calendar_days integer,
    add constraint clock_counts_one_kind_of_day check (working_days is null or calendar_days is null);
  comment on column clock.due_at is 'The last instant of the last day, working or calendar, whichever is counted.'
`;

const CONVERSATION = /* sql */ `
  alter table follow_up
    add column missing text[] not null default '{}',
    add constraint follow_up_missing_is_known
      check (missing <@ array['PLACE', 'DATE', 'DESCRIPTION', 'EVIDENCE', 'OTHER']),
    add constraint follow_up_asks_for_what_is_missing check (kind = 'QUESTION' or missing = '{}'),
    drop constraint follow_up_kind_is_known,
    add constraint follow_up_kind_is_known check (kind in ('INTERIM', 'FINAL', 'REPLY', 'QUESTION', 'COMPLETION'));
  comment on column follow_up.missing is 'What a verifier found missing, in a question before verification.'
`;

const ARCHIVING = /* sql */ `
  alter table report
    drop constraint report_archive_reason_is_known,
    add constraint report_archive_reason_is_known check (archive_reason in
      ('NOT_UNDERSTANDABLE', 'TOO_GENERAL', 'NOT_GOVERNMENT', 'OUT_OF_SCOPE', 'ABUSIVE', 'SPAM', 'INCOMPLETE_TIMEOUT'))
`;
