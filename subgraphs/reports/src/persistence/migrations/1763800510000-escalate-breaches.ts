import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which agency was told of which breach. */
export class EscalateBreaches1763800510000 implements MigrationInterface {
  name = 'EscalateBreaches1763800510000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table escalation (
        report_id uuid not null,
        version integer not null,
        clock text not null,
        clock_seq integer not null,
        to_agency_id uuid not null,
        at timestamptz not null,
        constraint escalation_pk primary key (report_id, version),
        constraint escalation_is_of_a_clock foreign key (report_id, clock, clock_seq)
          references clock (report_id, kind, seq),
        constraint escalation_agency_fk foreign key (to_agency_id) references agency (id)
      )
    `);
    await queryRunner.query('create index escalation_by_agency on escalation (to_agency_id, report_id)');
    await queryRunner.query(/* sql */ `
      comment on table escalation is 'A breach that was told upwards; it never moves the report. Append-only.'
    `);
    await queryRunner.query('revoke update, delete on escalation from reports_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table escalation');
  }
}
