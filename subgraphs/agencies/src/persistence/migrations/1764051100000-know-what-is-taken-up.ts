import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody is invited to a post that somebody holds: agencies has to know that it is held, though never by whom. */
export class KnowWhatIsTakenUp1764051100000 implements MigrationInterface {
  name = 'KnowWhatIsTakenUp1764051100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table officer add column is_taken_up boolean not null default false;
      comment on column officer.is_taken_up is
        'Whether somebody has accepted the invitation, as users tells; who, is not known here.';
      comment on column officer.account_id is 'Account of a demonstration officer; null for everybody else.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table officer drop column is_taken_up;
      comment on column officer.account_id is
        'Account that signs in for this post; null until an invitation is accepted.';
    `);
  }
}
