import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a session may do depends on how surely it began; those that began before are taken for the less sure. */
export class RememberTwoFactors1764010100000 implements MigrationInterface {
  name = 'RememberTwoFactors1764010100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table session add column has_two_factors boolean not null default false;
      comment on column session.has_two_factors is 'Whether two factors proved who signed in.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table session drop column has_two_factors');
  }
}
