import { CONSUMER_TABLES } from '@satu-pintu/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConsumerTables1763720600000 implements MigrationInterface {
  name = 'CreateConsumerTables1763720600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CONSUMER_TABLES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table inbox; drop table consumer_cursor');
  }
}
