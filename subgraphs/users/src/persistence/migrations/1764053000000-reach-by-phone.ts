import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts may have a mobile number in place of an e-mail address, or beside it. */
export class ReachByPhone1764053000000 implements MigrationInterface {
  name = 'ReachByPhone1764053000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table account
        alter column email drop not null,
        add column phone_hash bytea,
        add column sealed_phone text,
        add column phone_verified_at timestamptz(3),
        add constraint account_phone_is_unique unique (phone_hash),
        add constraint account_can_be_reached check (email is not null or phone_hash is not null),
        add constraint account_phone_is_whole check ((phone_hash is null) = (sealed_phone is null)),
        add constraint account_verified_phone_is_there check (phone_verified_at is null or phone_hash is not null);
      comment on column account.email is
        'Address to sign in with; upper and lower case are the same. Null for whoever has a telephone only.';
      comment on column account.phone_hash is
        'Finds the account by its number (HMAC-SHA256 with the key of the vault); null without one.';
      comment on column account.sealed_phone is
        'Mobile number (E.164), encrypted with the key of the vault; null without one.';
      comment on column account.phone_verified_at is
        'When its owner showed that the number is theirs (UTC); null until then.';

      create table phone_code (
        account_id uuid not null,
        purpose text not null,
        code_hash bytea not null,
        phone_hash bytea not null,
        sealed_phone text not null,
        tries integer not null default 0,
        expires_at timestamptz(3) not null,
        constraint phone_code_pk primary key (account_id, purpose),
        constraint phone_code_belongs_to_account
          foreign key (account_id) references account (id) on delete cascade,
        constraint phone_code_purpose_is_known check (purpose in ('VERIFY_PHONE', 'RESET_PASSWORD'))
      );
      comment on table phone_code is 'The six digits that were sent to a telephone last, for each purpose, good for one use.';
      comment on column phone_code.account_id is 'For whose account.';
      comment on column phone_code.purpose is 'What they are good for.';
      comment on column phone_code.code_hash is 'HMAC-SHA256 of the digits with the key of the vault.';
      comment on column phone_code.phone_hash is 'The number to which they were sent, as in account.';
      comment on column phone_code.sealed_phone is 'The same, encrypted: it becomes that of the account.';
      comment on column phone_code.tries is 'How often digits were brought; after five none are looked at.';
      comment on column phone_code.expires_at is 'Until when they work (UTC).';

      create table text_message (
        id uuid not null,
        account_hash bytea not null,
        sealed_phone text not null,
        kind text not null,
        sealed_code text,
        locale text not null,
        due_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        attempts integer not null default 0,
        constraint text_message_pk primary key (id),
        constraint text_message_locale_is_known check (locale in ('id', 'en'))
      );
      create index text_message_by_due on text_message (due_at, id);
      create index text_message_by_account on text_message (account_hash);
      comment on table text_message is
        'Text messages still to be sent; to which number only the key of the vault tells.';
      comment on column text_message.id is 'Random; the gateway knows by it what it was given before.';
      comment on column text_message.account_hash is
        'Finds what waits for an account that is erased (HMAC-SHA256 with the key of the vault).';
      comment on column text_message.sealed_phone is 'Number, encrypted with the key of the vault.';
      comment on column text_message.kind is 'What the message is for.';
      comment on column text_message.sealed_code is 'Code in the message, encrypted; null in those without.';
      comment on column text_message.locale is 'Language of the message: id or en.';
      comment on column text_message.due_at is 'When to try (again) (UTC).';
      comment on column text_message.expires_at is
        'From when nobody would want it any more (UTC); it is given up then.';
      comment on column text_message.attempts is 'How often the gateway did not take it.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      drop table text_message;
      drop table phone_code;
      delete from account where email is null;
      alter table account
        drop constraint account_verified_phone_is_there,
        drop constraint account_phone_is_whole,
        drop constraint account_can_be_reached,
        drop constraint account_phone_is_unique,
        drop column phone_verified_at,
        drop column sealed_phone,
        drop column phone_hash,
        alter column email set not null;
    `);
  }
}
