import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What may be about the same matter is looked for among the newest reports of one place or one topic, before any word is
 * compared. The first five characters of a region's code are its regency or city.
 */
export class IndexByPlaceAndTopic1763800120000 implements MigrationInterface {
  name = 'IndexByPlaceAndTopic1763800120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A whole country's reports take longer to read than a statement may.
    await queryRunner.query('set local statement_timeout = 0');
    await queryRunner.query(
      'create index report_by_regency_and_topic on report (left(region_code, 5), category_id, submitted_at desc)',
    );
    await queryRunner.query(
      'create index report_by_regency on report (left(region_code, 5), submitted_at desc)',
    );
    await queryRunner.query('create index report_by_topic on report (category_id, submitted_at desc)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index report_by_regency_and_topic, report_by_regency, report_by_topic');
  }
}
