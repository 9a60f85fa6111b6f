import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSigningKey1763720300000 implements MigrationInterface {
  name = 'CreateSigningKey1763720300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table signing_key (
        kid text not null,
        public_jwk jsonb not null,
        sealed_private_jwk text not null,
        created_at timestamptz(3) not null,
        retired_at timestamptz(3),
        constraint signing_key_pk primary key (kid)
      );
      comment on table signing_key is 'Ed25519 keys that sign access tokens; the newest one in use signs.';
      comment on column signing_key.kid is 'RFC 7638 thumbprint.';
      comment on column signing_key.public_jwk is 'Public half, as published at /.well-known/jwks.json.';
      comment on column signing_key.sealed_private_jwk is 'Private half, encrypted with SIGNING_KEY_SECRET.';
      comment on column signing_key.created_at is 'When the pair was made (UTC).';
      comment on column signing_key.retired_at is
        'When it stopped to sign (UTC); published for a day longer. Null while in use.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table signing_key');
  }
}
