import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** What six digits that were sent to a telephone are good for. */
export type PhoneCodePurpose = 'VERIFY_PHONE' | 'RESET_PASSWORD';

/** Six digits that were sent to a telephone. */
@Entity('phone_code', {
  comment: 'The six digits that were sent to a telephone last, for each purpose, good for one use.',
})
@Check('phone_code_purpose_is_known', `purpose in ('VERIFY_PHONE', 'RESET_PASSWORD')`)
export class PhoneCodeEntity {
  @ForeignKey(() => AccountEntity, { name: 'phone_code_belongs_to_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'account_id',
    primaryKeyConstraintName: 'phone_code_pk',
    comment: 'For whose account.',
  })
  accountId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'phone_code_pk', comment: 'What they are good for.' })
  purpose!: PhoneCodePurpose;

  @Column('bytea', { name: 'code_hash', comment: 'HMAC-SHA256 of the digits with the key of the vault.' })
  codeHash!: Buffer;

  @Column('bytea', { name: 'phone_hash', comment: 'The number to which they were sent, as in account.' })
  phoneHash!: Buffer;

  @Column('text', {
    name: 'sealed_phone',
    comment: 'The same, encrypted: it becomes that of the account.',
  })
  sealedPhone!: string;

  @Column('integer', {
    default: 0,
    comment: 'How often digits were brought; after five none are looked at.',
  })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, comment: 'Until when they work (UTC).' })
  expiresAt!: Date;
}
