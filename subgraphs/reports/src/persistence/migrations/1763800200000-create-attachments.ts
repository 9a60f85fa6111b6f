import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people send with a report or a line of its conversation. */
export class CreateAttachments1763800200000 implements MigrationInterface {
  name = 'CreateAttachments1763800200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ATTACHMENT);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table attachment');
  }
}

const ATTACHMENT = /* sql */ `
  create table attachment (
    id uuid not null,
    state text not null,
    file_key text not null,
    uploader_tag bytea,
    created_at timestamptz not null,
    media_type text,
    bytes integer,
    sha256 bytea,
    width integer,
    height integer,
    report_id uuid,
    follow_up_id uuid,
    place integer,
    by_role text,
    attached_at timestamptz,
    is_public boolean not null default false,
    constraint attachment_pk primary key (id),
    constraint attachment_file_key_is_unique unique (file_key),
    constraint attachment_report_fk foreign key (report_id) references report (id),
    constraint attachment_follow_up_fk foreign key (follow_up_id) references follow_up (id),
    constraint attachment_state_is_known check (state in ('ARRIVING', 'CLEAN', 'REFUSED')),
    constraint attachment_media_type_is_known
      check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
    constraint attachment_is_described_once_it_is_clean
      check ((state = 'CLEAN') = (media_type is not null and bytes is not null and sha256 is not null)),
    constraint attachment_hangs_on_something_only_when_clean check (report_id is null or state = 'CLEAN'),
    constraint attachment_hangs_where_its_follow_up_does check (follow_up_id is null or report_id is not null),
    constraint attachment_says_when_and_by_whom_it_was_attached
      check (num_nulls(report_id, place, by_role, attached_at) in (0, 4)),
    constraint attachment_by_role_is_known check (by_role in ('REPORTER', 'AGENCY')),
    constraint attachment_forgets_its_uploader_when_it_hangs check (report_id is null or uploader_tag is null),
    constraint attachment_is_public_only_when_it_hangs check (not is_public or report_id is not null)
  );
  create index attachment_of_report on attachment (report_id) where report_id is not null;
  create index attachment_of_follow_up on attachment (follow_up_id) where follow_up_id is not null;
  create index attachment_loose on attachment (created_at) where report_id is null;
  comment on table attachment is 'Files as they were made anew; never as they were sent, and never by the name they had.';
  comment on column attachment.id is 'Random; until it is attached, who knows it and has the uploader''s account may attach it.';
  comment on column attachment.uploader_tag is 'HMAC of the id under the secret of the account that sent it; null without one.'
`;
