import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLLOW_UP_KINDS } from '../../report/report-state.js';

/** Lines of an administrator stand in the conversation beside those of the agency and the reporter. */
export class LetAdministratorsWrite1763786600000 implements MigrationInterface {
  name = 'LetAdministratorsWrite1763786600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await allowKinds(queryRunner, FOLLOW_UP_KINDS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await allowKinds(
      queryRunner,
      FOLLOW_UP_KINDS.filter((kind) => kind !== 'MESSAGE'),
    );
  }
}

async function allowKinds(queryRunner: QueryRunner, kinds: readonly string[]): Promise<void> {
  const list = kinds.map((kind) => `'${kind}'`).join(', ');
  await queryRunner.query(/* sql */ `
    alter table follow_up
      drop constraint follow_up_kind_is_known,
      add constraint follow_up_kind_is_known check (kind in (${list}))
  `);
}
