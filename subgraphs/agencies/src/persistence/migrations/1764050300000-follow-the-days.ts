import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is active is looked at every day now, and not at loads alone. */
export class FollowTheDays1764050300000 implements MigrationInterface {
  name = 'FollowTheDays1764050300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      comment on column agency.is_active is
        'Whether it exists today, by valid_from and valid_to, and has not been ended; renewed every day.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      comment on column agency.is_active is
        'Whether it existed on the day of the last load, by valid_from and valid_to, and has not been ended.';
    `);
  }
}
