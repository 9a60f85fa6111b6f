import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an agency holds is seldom spread like what the country holds: a ministry may have no aspirations at all, and none
 * of its reports may be from one region. Looked for in the order of the list, that is known after the last report of
 * the country; in an index by agency, at once. Of the states, only the rare ones need an index of their own.
 */
export class IndexWhatAgenciesHold1763800620000 implements MigrationInterface {
  name = 'IndexWhatAgenciesHold1763800620000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A whole country's reports take longer to read than a statement may.
    await queryRunner.query('set local statement_timeout = 0');
    await queryRunner.query(/* sql */ `
      create index report_by_holder_and_kind on report (holder_agency_id, type, region_code text_pattern_ops);
      drop index report_by_state;
      create index report_by_rare_state on report (state, ${LISTED_AT} desc, id)
        where state in ('SUBMITTED', 'AWAITING_REPORTER', 'RETURNED', 'MERGED', 'WITHDRAWN')
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index report_by_rare_state, report_by_holder_and_kind');
    await queryRunner.query(`create index report_by_state on report (state, ${LISTED_AT} desc, id)`);
  }
}

const LISTED_AT = /* sql */ `
  (case when is_anonymous
        then date_trunc('day', submitted_at at time zone 'Asia/Jakarta') at time zone 'Asia/Jakarta'
        else submitted_at end)
`;
