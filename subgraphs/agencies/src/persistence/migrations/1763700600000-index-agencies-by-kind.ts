import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexAgenciesByKind1763700600000 implements MigrationInterface {
  name = 'IndexAgenciesByKind1763700600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Most agencies are units: without it, a list of the provinces reads all 20,000 rows.
    await queryRunner.query('create index agency_by_kind on agency (kind, name, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index agency_by_kind');
  }
}
