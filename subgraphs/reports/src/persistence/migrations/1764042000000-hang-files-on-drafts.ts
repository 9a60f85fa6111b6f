import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Evidence comes with drafted answers too. A file hangs on a report, on a draft or on nothing; on a draft it keeps the
 * tag of its uploader, so that it is theirs again, and nobody else's, should the draft let go of it.
 */
export class HangFilesOnDrafts1764042000000 implements MigrationInterface {
  name = 'HangFilesOnDrafts1764042000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table attachment
        add column answer_draft_id uuid,
        add constraint attachment_answer_draft_fk foreign key (answer_draft_id) references answer_draft (id),
        add constraint attachment_hangs_on_a_report_or_a_draft check (num_nonnulls(report_id, answer_draft_id) <= 1),
        add constraint attachment_hangs_on_a_draft_only_when_clean check (answer_draft_id is null or state = 'CLEAN'),
        drop constraint attachment_says_when_and_by_whom_it_was_attached,
        add constraint attachment_says_when_and_by_whom_it_was_attached
          check (num_nonnulls(place, by_role, attached_at) = 3 * num_nonnulls(report_id, answer_draft_id)),
        drop constraint attachment_is_public_only_when_it_hangs,
        add constraint attachment_is_public_only_when_it_hangs
          check (not is_public or num_nonnulls(report_id, answer_draft_id) = 1);
      create index attachment_of_answer_draft on attachment (answer_draft_id) where answer_draft_id is not null;
      drop index attachment_loose;
      create index attachment_loose on attachment (created_at) where report_id is null and answer_draft_id is null;
      comment on column attachment.answer_draft_id is 'Open draft on which it hangs; null before, and once the draft is given as an answer or let go of it.';
      comment on column attachment.created_at is 'Since when it waits to be attached, UTC: since it was sent, or since a draft let go of it.';
      comment on column attachment.is_public is 'Whether the public sees it; on a draft, whether it is to see it once the draft is approved.'
    `);
  }

  /** Files of drafts are loose again: who drafted loses nothing else. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      update attachment
         set answer_draft_id = null, place = null, by_role = null, attached_at = null, is_public = false
       where answer_draft_id is not null;
      drop index attachment_loose;
      create index attachment_loose on attachment (created_at) where report_id is null;
      alter table attachment
        drop constraint attachment_is_public_only_when_it_hangs,
        add constraint attachment_is_public_only_when_it_hangs check (not is_public or report_id is not null),
        drop constraint attachment_says_when_and_by_whom_it_was_attached,
        add constraint attachment_says_when_and_by_whom_it_was_attached
          check (num_nulls(report_id, place, by_role, attached_at) in (0, 4)),
        drop column answer_draft_id;
      comment on column attachment.created_at is null;
      comment on column attachment.is_public is null
    `);
  }
}
