import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** The public half of a passkey (WebAuthn credential); the private one never leaves its device. */
@Entity('passkey', { comment: 'Passkeys that sign in to an account; public halves only.' })
@Unique('passkey_credential_is_registered_once', ['credentialId'])
export class PasskeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_pk' })
  id!: string;

  @Index('passkey_by_account')
  @ForeignKey(() => AccountEntity, { name: 'passkey_belongs_to_account', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id', comment: 'Whom it signs in.' })
  accountId!: string;

  @Column('text', { name: 'credential_id', comment: 'Id that the device gave it, base64url.' })
  credentialId!: string;

  @Column('bytea', { name: 'public_key', comment: 'Its public key, COSE.' })
  publicKey!: Buffer;

  @Column('bigint', {
    name: 'sign_count',
    comment: 'Counter of its last use; stays 0 for passkeys that do not count.',
  })
  signCount!: string;

  @Column('text', { array: true, comment: 'How a browser reaches it: internal, hybrid, usb and others.' })
  transports!: string[];

  @Column('boolean', { name: 'is_backed_up', comment: 'Whether its provider keeps it on several devices.' })
  isBackedUp!: boolean;

  @Column('text', { comment: 'What its owner calls it.' })
  name!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, comment: 'When it was added (UTC).' })
  createdAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'last_used_at',
    precision: 3,
    nullable: true,
    comment: 'When it was last accepted (UTC); null before.',
  })
  lastUsedAt!: Date | null;

  @Column({
    type: 'timestamptz',
    name: 'blocked_at',
    precision: 3,
    nullable: true,
    comment: 'When its counter went back, as that of a copy does (UTC); it signs in no more.',
  })
  blockedAt!: Date | null;
}
