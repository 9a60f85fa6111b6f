import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The staff of a whole house is listed by name, and searched in by words. */
export class IndexOfficersByName1764050100000 implements MigrationInterface {
  name = 'IndexOfficersByName1764050100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create index officer_by_name on officer (name, id);
      create index officer_by_words on officer
        using gin (lower(name || ' ' || coalesce(title, '')) gin_trgm_ops);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index officer_by_name, officer_by_words');
  }
}
