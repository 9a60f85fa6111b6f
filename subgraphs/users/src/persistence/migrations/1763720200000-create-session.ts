import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSession1763720200000 implements MigrationInterface {
  name = 'CreateSession1763720200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table session (
        id uuid not null,
        account_id uuid not null,
        started_at timestamptz(3) not null,
        refreshed_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        constraint session_pk primary key (id),
        constraint session_belongs_to_account foreign key (account_id) references account (id) on delete cascade,
        constraint session_ends_after_it_started check (ended_at is null or ended_at >= started_at)
      );
      create index session_by_account on session (account_id);
      comment on table session is 'Sign-ins; all refresh tokens of one sign-in belong to its session.';
      comment on column session.account_id is 'Who signed in.';
      comment on column session.started_at is 'When the password was given (UTC).';
      comment on column session.refreshed_at is 'When a token was last handed out (UTC).';
      comment on column session.expires_at is 'When the newest refresh token stops to work (UTC).';
      comment on column session.ended_at is
        'When it was signed out, or ended because an old token came back (UTC); null while it lives.';

      create table refresh_token (
        token_hash bytea not null,
        session_id uuid not null,
        issued_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        used_at timestamptz(3),
        constraint refresh_token_pk primary key (token_hash),
        constraint refresh_token_belongs_to_session
          foreign key (session_id) references session (id) on delete cascade
      );
      create index refresh_token_by_session on refresh_token (session_id);
      comment on table refresh_token is 'Refresh tokens, each good for one use; only their hashes are kept.';
      comment on column refresh_token.token_hash is 'SHA-256 of the token, which is 256 random bits.';
      comment on column refresh_token.session_id is 'The family: a second use of any member ends it.';
      comment on column refresh_token.issued_at is 'When it was handed out (UTC).';
      comment on column refresh_token.expires_at is 'From when it no longer works (UTC).';
      comment on column refresh_token.used_at is
        'When it was exchanged for the next one (UTC); null while it is unused.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table refresh_token; drop table session');
  }
}
