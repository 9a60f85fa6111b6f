import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those who look after a post let its holder set the second factor up anew. */
export class ResetSecondFactors1764051000000 implements MigrationInterface {
  name = 'ResetSecondFactors1764051000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table appointment add column second_factor_reset_at timestamptz(3);
      comment on column appointment.second_factor_reset_at is
        'When it was last ordered that the holder sets the second factor up anew (UTC); null when it never was.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table appointment drop column second_factor_reset_at');
  }
}
