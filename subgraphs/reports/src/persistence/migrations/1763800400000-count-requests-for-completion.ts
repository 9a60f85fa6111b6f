import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often verifiers have asked for what was missing; what was asked before is counted from history. */
export class CountRequestsForCompletion1763800400000 implements MigrationInterface {
  name = 'CountRequestsForCompletion1763800400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'alter table report add column completion_request_count integer not null default 0',
    );
    await queryRunner.query(/* sql */ `
      update report set completion_request_count = asked.times
        from (select report_id, count(*) as times from history_entry where act = 'ASK_COMPLETION' group by 1) as asked
       where asked.report_id = report.id
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table report drop column completion_request_count');
  }
}
