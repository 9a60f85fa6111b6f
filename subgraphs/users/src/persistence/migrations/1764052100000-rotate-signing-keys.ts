import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that sign by turns and can be revoked; what one is at an instant follows from its four instants. */
export class RotateSigningKeys1764052100000 implements MigrationInterface {
  name = 'RotateSigningKeys1764052100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      alter table signing_key
        alter column sealed_private_jwk drop not null,
        add column signs_from timestamptz(3),
        add column revoked_at timestamptz(3),
        add column revocation_reason text;
      update signing_key set signs_from = created_at;
      alter table signing_key
        alter column signs_from set not null,
        add constraint signing_keys_take_turns exclude
          using gist (tstzrange(signs_from, greatest(signs_from, least(retired_at, revoked_at, 'infinity'))) with &&)
          deferrable initially deferred,
        add constraint signing_key_retires_after_it_signed check (retired_at > signs_from),
        add constraint signing_key_revoked_has_no_private_half
          check (revoked_at is null or sealed_private_jwk is null),
        add constraint signing_key_without_private_half_is_over
          check (sealed_private_jwk is not null or num_nonnulls(retired_at, revoked_at) > 0),
        add constraint signing_key_reason_is_of_revoked
          check (revocation_reason is null or revoked_at is not null);
      comment on table signing_key is 'Ed25519 keys that sign access tokens, one at a time.';
      comment on column signing_key.kid is
        'Random UUID; the thumbprint of the key (RFC 7638) in those from before keys were rotated.';
      comment on column signing_key.sealed_private_jwk is
        'Private half, encrypted with SIGNING_KEY_SECRET; null once the key has signed its last token.';
      comment on column signing_key.created_at is 'When the pair was made (UTC); published from then on.';
      comment on column signing_key.signs_from is
        'When it begins to sign (UTC); lies ahead while verifiers get to know it.';
      comment on column signing_key.retired_at is
        'When the next key takes over (UTC), published until its last token has run out; null while none is meant to.';
      comment on column signing_key.revoked_at is
        'When it was declared worthless, with all that it signed (UTC); null for others.';
      comment on column signing_key.revocation_reason is
        'Why, in the words of the operator; null when none were given.';

      alter table revocation
        add column kid text,
        drop constraint revocation_is_of_one_thing,
        add constraint revocation_is_of_one_thing check (num_nonnulls(session_id, account_id, kid) = 1);
      comment on table revocation is
        'Access that ended before the tokens for it did; kept as long as such a token can live, and a key for ever.';
      comment on column revocation.kid is 'Signing key that was revoked: no token that it signed holds.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      delete from revocation where kid is not null;
      alter table revocation
        drop constraint revocation_is_of_one_thing,
        drop column kid,
        add constraint revocation_is_of_one_thing check (num_nonnulls(session_id, account_id) = 1);
      delete from signing_key where sealed_private_jwk is null or signs_from > now();
      alter table signing_key
        drop constraint signing_keys_take_turns,
        drop constraint signing_key_retires_after_it_signed,
        drop constraint signing_key_revoked_has_no_private_half,
        drop constraint signing_key_without_private_half_is_over,
        drop constraint signing_key_reason_is_of_revoked,
        drop column signs_from,
        drop column revoked_at,
        drop column revocation_reason,
        alter column sealed_private_jwk set not null;
    `);
  }
}
