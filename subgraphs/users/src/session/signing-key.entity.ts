import type { JWK } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key pair that signs access tokens. */
@Entity('signing_key', { comment: 'Ed25519 keys that sign access tokens; the newest one in use signs.' })
export class SigningKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pk', comment: 'RFC 7638 thumbprint.' })
  kid!: string;

  @Column('jsonb', { name: 'public_jwk', comment: 'Public half, as published at /.well-known/jwks.json.' })
  publicJwk!: JWK;

  @Column('text', { name: 'sealed_private_jwk', comment: 'Private half, encrypted with SIGNING_KEY_SECRET.' })
  sealedPrivateJwk!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, comment: 'When the pair was made (UTC).' })
  createdAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'retired_at',
    precision: 3,
    nullable: true,
    comment: 'When it stopped to sign (UTC); published for a day longer. Null while in use.',
  })
  retiredAt!: Date | null;
}
