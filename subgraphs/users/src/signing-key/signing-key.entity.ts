import type { JWK } from 'jose';
import { Check, Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import type { KeyInstants } from './signing-key.rules.js';

/** A key pair that signs access tokens; what it does at an instant is in `signing-key.rules.ts`. */
@Entity('signing_key', { comment: 'Ed25519 keys that sign access tokens, one at a time.' })
@Exclusion(
  'signing_keys_take_turns',
  `using gist (tstzrange(signs_from, greatest(signs_from, least(retired_at, revoked_at, 'infinity'))) with &&)`,
  { deferrable: 'INITIALLY DEFERRED' },
)
@Check('signing_key_retires_after_it_signed', 'retired_at > signs_from')
@Check('signing_key_revoked_has_no_private_half', 'revoked_at is null or sealed_private_jwk is null')
@Check(
  'signing_key_without_private_half_is_over',
  'sealed_private_jwk is not null or num_nonnulls(retired_at, revoked_at) > 0',
)
@Check('signing_key_reason_is_of_revoked', 'revocation_reason is null or revoked_at is not null')
export class SigningKeyEntity implements KeyInstants {
  @PrimaryColumn('text', {
    primaryKeyConstraintName: 'signing_key_pk',
    comment: 'Random UUID; the thumbprint of the key (RFC 7638) in those from before keys were rotated.',
  })
  kid!: string;

  @Column('jsonb', { name: 'public_jwk', comment: 'Public half, as published at /.well-known/jwks.json.' })
  publicJwk!: JWK;

  @Column('text', {
    name: 'sealed_private_jwk',
    nullable: true,
    comment: 'Private half, encrypted with SIGNING_KEY_SECRET; null once the key has signed its last token.',
  })
  sealedPrivateJwk!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    comment: 'When the pair was made (UTC); published from then on.',
  })
  createdAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'signs_from',
    precision: 3,
    comment: 'When it begins to sign (UTC); lies ahead while verifiers get to know it.',
  })
  signsFrom!: Date;

  @Column({
    type: 'timestamptz',
    name: 'retired_at',
    precision: 3,
    nullable: true,
    comment:
      'When the next key takes over (UTC), published until its last token has run out; null while none is meant to.',
  })
  retiredAt!: Date | null;

  @Column({
    type: 'timestamptz',
    name: 'revoked_at',
    precision: 3,
    nullable: true,
    comment: 'When it was declared worthless, with all that it signed (UTC); null for others.',
  })
  revokedAt!: Date | null;

  @Column('text', {
    name: 'revocation_reason',
    nullable: true,
    comment: 'Why, in the words of the operator; null when none were given.',
  })
  revocationReason!: string | null;
}
