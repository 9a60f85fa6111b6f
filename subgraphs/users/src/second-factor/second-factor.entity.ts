import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** The authenticator app of an account, once its owner has shown that it works. */
@Entity('second_factor', { comment: 'Authenticator apps (RFC 6238) that are in force, one per account.' })
export class SecondFactorEntity {
  @ForeignKey(() => AccountEntity, { name: 'second_factor_belongs_to_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'account_id',
    primaryKeyConstraintName: 'second_factor_pk',
    comment: 'Whose it is.',
  })
  accountId!: string;

  @Column('text', {
    name: 'sealed_secret',
    comment: 'What the app shares with us, encrypted with the key of the vault for this account alone.',
  })
  sealedSecret!: string;

  @Column({
    type: 'timestamptz',
    name: 'confirmed_at',
    precision: 3,
    comment: 'When its first code was shown (UTC).',
  })
  confirmedAt!: Date;

  @Column('integer', {
    name: 'last_step',
    comment: 'Half minutes from 1970 to the last code that was used; no code of it or before counts.',
  })
  lastStep!: number;

  @Column('integer', { name: 'wrong_codes', default: 0, comment: 'Wrong codes since then.' })
  wrongCodes!: number;

  @Column({
    type: 'timestamptz',
    name: 'wrong_since',
    precision: 3,
    nullable: true,
    comment: 'When the first of the wrong codes came (UTC); null after a right one.',
  })
  wrongSince!: Date | null;
}
