import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A list is read in its order until the page is full. Where few reports are meant that would be all reports of a
 * country, so what a filter can single out has an index: what is found there is sorted instead.
 */
export class IndexWhatListsAskFor1763800610000 implements MigrationInterface {
  name = 'IndexWhatListsAskFor1763800610000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A whole country's reports take longer to read than a statement may.
    await queryRunner.query('set local statement_timeout = 0');
    await queryRunner.query(/* sql */ `
      create index report_by_state on report (state, ${LISTED_AT} desc, id);
      create index report_by_region on report (region_code text_pattern_ops);
      create index report_by_category on report (category_id text_pattern_ops);
      create index report_by_channel on report (channel)
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop index report_by_channel, report_by_category, report_by_region, report_by_state',
    );
  }
}

const LISTED_AT = /* sql */ `
  (case when is_anonymous
        then date_trunc('day', submitted_at at time zone 'Asia/Jakarta') at time zone 'Asia/Jakarta'
        else submitted_at end)
`;
