import { outboxTables } from '@satu-pintu/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1763700500000 implements MigrationInterface {
  name = 'CreateOutbox1763700500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(outboxTables('agencies'));
    // What has been told stays told: the service may add events and move its cursor, nothing else.
    await queryRunner.query('revoke update, delete on outbox from agencies_app');
    await queryRunner.query('revoke insert, delete on relay_cursor from agencies_app');
    await queryRunner.query(COMMENTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table outbox, relay_cursor; drop function wake_outbox_readers()');
  }
}

const COMMENTS = /* sql */ `
  comment on column outbox.tx is 'Transaction that wrote it; first half of its place in the order.';
  comment on column outbox.seq is 'Order within the transaction; second half of its place.';
  comment on column outbox.id is 'Id of the event, the same in the event log.';
  comment on column outbox.type is 'Noun and past participle: agency.registered.';
  comment on column outbox.aggregate_id is 'Agency or officer that it tells of.';
  comment on column outbox.version is 'Number of the event among those of its aggregate, from 1 without gaps.';
  comment on column outbox.at is 'When it happened.';
  comment on column outbox.payload is 'Whole snapshot after the change: ids, codes and paths.';
  comment on column relay_cursor.id is 'Always true: there is one cursor.';
  comment on column relay_cursor.tx is 'Transaction of the last event copied.';
  comment on column relay_cursor.seq is 'Order of the last event copied within its transaction.';
`;
