import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file that was published by mistake is taken back from the public for good, as lines of the conversation are. */
export class TakeFilesBackFromThePublic1764042100000 implements MigrationInterface {
  name = 'TakeFilesBackFromThePublic1764042100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table attachment
        add column hidden_by_version integer,
        add constraint attachment_is_never_public_again_once_hidden
          check (hidden_by_version is null or (not is_public and report_id is not null));
      comment on column attachment.hidden_by_version is 'Version of its report with which an editor took it back from the public; null where none did.'
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table attachment drop column hidden_by_version');
  }
}
