import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVENT_LOG_TABLES } from '../tables.js';

/** Schemas whose app roles read the log, and write to it under their own name. */
const PRODUCERS = ['reports', 'agencies', 'users', 'analytics'];

export class CreateEventLog1763700000000 implements MigrationInterface {
  name = 'CreateEventLog1763700000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(EVENT_LOG_TABLES);
    for (const producer of PRODUCERS) {
      await queryRunner.query(`grant usage on schema event_log to ${producer}_app`);
      await queryRunner.query(`grant select, insert on event to ${producer}_app`);
    }
    // The log's own app role exists only because every schema has one; nothing runs as it.
    await queryRunner.query('revoke all on event from event_log_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table event; drop function wake_event_readers()');
  }
}
