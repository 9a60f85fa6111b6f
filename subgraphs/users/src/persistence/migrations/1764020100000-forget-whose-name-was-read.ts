import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Receipts are append-only for the service. When an account is erased they stay, for they watch the officers; whose name
 * it was goes. The service may do that much and no more: one function, with the rights of the owner of the table.
 */
export class ForgetWhoseNameWasRead1764020100000 implements MigrationInterface {
  name = 'ForgetWhoseNameWasRead1764020100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create function forget_receipts_of(hash bytea) returns integer
        language sql security definer set search_path = users, pg_temp
      as $$
        with forgotten as (
          -- Another value for each: nothing tells any more that two of them were about one person.
          update access_receipt set account_hash = sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
           where account_hash = hash
          returning 1
        )
        select count(*)::integer from forgotten
      $$;
      comment on function forget_receipts_of is 'Takes the person out of the receipts of one account that is erased.';
      revoke execute on function forget_receipts_of from public;
      grant execute on function forget_receipts_of to users_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function forget_receipts_of(bytea)');
  }
}
