import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** A code on paper that stands in for the app once. */
@Entity('recovery_code', { comment: 'Codes that stand in for a lost authenticator app, each once.' })
export class RecoveryCodeEntity {
  @ForeignKey(() => AccountEntity, {
    name: 'recovery_code_belongs_to_account',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('uuid', {
    name: 'account_id',
    primaryKeyConstraintName: 'recovery_code_pk',
    comment: 'Whose it is.',
  })
  accountId!: string;

  @PrimaryColumn('bytea', {
    name: 'code_hash',
    primaryKeyConstraintName: 'recovery_code_pk',
    comment: 'HMAC-SHA256 of account and code under the key of the vault.',
  })
  codeHash!: Buffer;

  @Column({
    type: 'timestamptz',
    name: 'used_at',
    precision: 3,
    nullable: true,
    comment: 'When it was used (UTC); null while it can be.',
  })
  usedAt!: Date | null;
}
