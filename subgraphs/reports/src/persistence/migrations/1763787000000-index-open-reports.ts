import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An inbox sorts all open reports of its agencies by what is due first; with the years they become few among the ended
 * ones. The states are those of `OPEN_STATES`: the index serves only lists that ask for some of these.
 */
export class IndexOpenReports1763787000000 implements MigrationInterface {
  name = 'IndexOpenReports1763787000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create index report_by_holder_while_open on report (holder_agency_id)
        where state in ('SUBMITTED', 'AWAITING_REPORTER', 'DISPATCHED', 'RETURNED', 'IN_PROGRESS', 'RESPONDED')
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index report_by_holder_while_open');
  }
}
