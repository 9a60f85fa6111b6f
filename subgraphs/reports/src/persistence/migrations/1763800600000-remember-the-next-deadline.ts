import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An inbox is sorted by the next deadline. Worked out for each row, the list of a whole country's open reports had to
 * be read to its end before its first page was known; written down with each act, the page stands in an index.
 */
export class RememberTheNextDeadline1763800600000 implements MigrationInterface {
  name = 'RememberTheNextDeadline1763800600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A whole country's reports take longer to read than a statement may.
    await queryRunner.query('set local statement_timeout = 0');
    await queryRunner.query('alter table report add column next_due_at timestamptz');
    await queryRunner.query(/* sql */ `
      comment on column report.next_due_at is
        'The earliest due instant of the running clocks of an agency; written with each act, null while none runs.'
    `);
    await queryRunner.query(FILL);
    await queryRunner.query('drop index report_by_holder_while_open');
    await queryRunner.query(/* sql */ `
      create index report_by_holder_while_open on report (holder_agency_id, ${NEXT_DUE_AT}, id) where ${IS_OPEN};
      create index report_by_deadline on report (${NEXT_DUE_AT}, id) where ${IS_OPEN}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index report_by_deadline, report_by_holder_while_open');
    await queryRunner.query('alter table report drop column next_due_at');
    await queryRunner.query(
      `create index report_by_holder_while_open on report (holder_agency_id) where ${IS_OPEN}`,
    );
  }
}

const FILL = /* sql */ `
  update report set next_due_at = deadline.due_at
    from (select report_id, min(due_at) as due_at from clock
           where ended_at is null and kind in ('VERIFICATION', 'FIRST_FOLLOW_UP', 'RESOLUTION', 'REDISPATCH')
           group by report_id) as deadline
   where deadline.report_id = report.id
`;

const NEXT_DUE_AT = `(coalesce(next_due_at, 'infinity'::timestamptz))`;

const IS_OPEN = `state in ('SUBMITTED', 'AWAITING_REPORTER', 'DISPATCHED', 'RETURNED', 'IN_PROGRESS', 'RESPONDED')`;
