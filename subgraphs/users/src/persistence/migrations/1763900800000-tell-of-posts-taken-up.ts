import { outboxTables } from '@satu-pintu/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellOfPostsTakenUp1763900800000 implements MigrationInterface {
  name = 'TellOfPostsTakenUp1763900800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(outboxTables('users'));
    // What has been told stays told: the service may add events and move its cursor, nothing else.
    await queryRunner.query('revoke update, delete on outbox from users_app');
    await queryRunner.query('revoke insert, delete on relay_cursor from users_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table outbox, relay_cursor; drop function wake_outbox_readers()');
  }
}
