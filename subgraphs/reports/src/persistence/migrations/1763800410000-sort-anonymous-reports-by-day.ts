import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Between two named reports an anonymous one would be known to the minute by its place in a list, so lists are sorted
 * by the instant as others than the reporter may know it, and among equals by the random id. See `LISTED_AT`.
 */
export class SortAnonymousReportsByDay1763800410000 implements MigrationInterface {
  name = 'SortAnonymousReportsByDay1763800410000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await indexReports(queryRunner, LISTED_AT);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await indexReports(queryRunner, 'submitted_at');
  }
}

const LISTED_AT = /* sql */ `
  (case when is_anonymous
        then date_trunc('day', submitted_at at time zone 'Asia/Jakarta') at time zone 'Asia/Jakarta'
        else submitted_at end)
`;

async function indexReports(queryRunner: QueryRunner, instant: string): Promise<void> {
  // A whole country's reports take longer to read than a statement may.
  await queryRunner.query('set local statement_timeout = 0');
  await queryRunner.query('drop index report_by_holder, report_by_submission');
  await queryRunner.query(`create index report_by_holder on report (holder_agency_id, ${instant} desc, id)`);
  await queryRunner.query(`create index report_by_submission on report (${instant} desc, id)`);
}
