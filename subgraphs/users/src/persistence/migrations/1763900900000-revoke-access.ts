import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Access tokens are believed without asking; what must end before they do is written here and told to every gateway. */
export class RevokeAccess1763900900000 implements MigrationInterface {
  name = 'RevokeAccess1763900900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table revocation (
        seq bigint generated always as identity,
        session_id uuid,
        account_id uuid,
        at timestamptz not null default clock_timestamp(),
        constraint revocation_pk primary key (seq),
        constraint revocation_is_of_one_thing check (num_nonnulls(session_id, account_id) = 1)
      );
      create index revocation_by_time on revocation (at);
      comment on table revocation is 'Access that ended before the tokens for it did; kept as long as such a token can live.';
      comment on column revocation.session_id is 'Session that was ended: no token of it holds.';
      comment on column revocation.account_id is 'Account whose posts changed: no token of it from before then holds.';
      comment on column revocation.at is 'When, by the clock of the database.';
      create function wake_revocation_readers() returns trigger language plpgsql as $$
        begin perform pg_notify('revocation', ''); return null; end $$;
      create trigger wake_readers after insert on revocation
        for each statement execute function wake_revocation_readers();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table revocation; drop function wake_revocation_readers()');
  }
}
