import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts are loaded again at every start: without these marks they would undo what an office has decided. */
export class KeepWhatOfficesChange1763900100000 implements MigrationInterface {
  name = 'KeepWhatOfficesChange1763900100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table agency
        add column has_ended boolean not null default false,
        add column is_kept_by_office boolean not null default false;
      comment on column agency.has_ended is 'True once an officer has ended it, whatever its days say.';
      comment on column agency.is_kept_by_office is
        'True once an officer has registered or changed it: loads of the facts leave it alone.';
      comment on column agency.is_active is
        'Whether it existed on the day of the last load, by valid_from and valid_to, and has not been ended.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table agency drop column has_ended, drop column is_kept_by_office');
  }
}
