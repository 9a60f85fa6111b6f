import { CONSUMER_TABLES } from '@satu-pintu/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an agency holds open reports decides whether the last of those who run it may go. */
export class KnowHeldReports1763900500000 implements MigrationInterface {
  name = 'KnowHeldReports1763900500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CONSUMER_TABLES);
    await queryRunner.query(/* sql */ `
      create table held_report (
        report_id uuid not null,
        holder_agency_id uuid not null,
        is_open boolean not null,
        version integer not null,
        constraint held_report_pk primary key (report_id)
      );
      create index held_report_open_by_holder on held_report (holder_agency_id) where is_open;
      comment on table held_report is 'Who holds which report, projected from report.* events.';
      comment on column held_report.report_id is 'The report; nothing else is known of it here.';
      comment on column held_report.holder_agency_id is 'Agency that holds it, or held it last.';
      comment on column held_report.is_open is 'Whether the holder still has to do something.';
      comment on column held_report.version is 'Version of the event that is applied; an older one changes nothing.';
      comment on column inbox.consumer is 'Name of the consumer.';
      comment on column inbox.event_id is 'Event that it has applied.';
      comment on column inbox.received_at is 'When it was applied.';
      comment on column consumer_cursor.consumer is 'Name of the consumer.';
      comment on column consumer_cursor.tx is 'Transaction of the last event that it read.';
      comment on column consumer_cursor.seq is 'Order of the last event that it read within its transaction.';
      comment on table inbox is 'Events that each consumer has applied.';
      comment on table consumer_cursor is 'How far each consumer has read the event log.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table held_report, inbox, consumer_cursor');
  }
}
