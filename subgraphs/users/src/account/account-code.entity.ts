import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** What a code that was sent to an address is good for. */
export type CodePurpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD';

/** A code that was sent to the address of an account. */
@Entity('account_code', {
  comment: 'Codes that were sent to the address of an account, each good for one use.',
})
@Check('account_code_purpose_is_known', `purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD')`)
export class AccountCodeEntity {
  @PrimaryColumn('bytea', {
    name: 'code_hash',
    primaryKeyConstraintName: 'account_code_pk',
    comment: 'SHA-256 of the code, which is 256 random bits.',
  })
  codeHash!: Buffer;

  @Index('account_code_by_account')
  @ForeignKey(() => AccountEntity, { name: 'account_code_belongs_to_account', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id', comment: 'Whose address it was sent to.' })
  accountId!: string;

  @Column('text', { comment: 'What it is good for.' })
  purpose!: CodePurpose;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, comment: 'Until when it works (UTC).' })
  expiresAt!: Date;
}
