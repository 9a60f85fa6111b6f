import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** An authenticator app that has not shown a code yet. */
@Entity('second_factor_enrolment', { comment: 'Authenticator apps that are being set up; not in force.' })
export class SecondFactorEnrolmentEntity {
  @ForeignKey(() => AccountEntity, {
    name: 'second_factor_enrolment_belongs_to_account',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('uuid', {
    name: 'account_id',
    primaryKeyConstraintName: 'second_factor_enrolment_pk',
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
    name: 'expires_at',
    precision: 3,
    comment: 'Until when a first code is awaited (UTC).',
  })
  expiresAt!: Date;
}
