import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** A sign-in whose second factor is still awaited. */
@Entity('sign_in_challenge', { comment: 'Sign-ins with the first factor given and the second awaited.' })
export class SignInChallengeEntity {
  @PrimaryColumn('bytea', {
    name: 'challenge_hash',
    primaryKeyConstraintName: 'sign_in_challenge_pk',
    comment: 'SHA-256 of the challenge, which is 256 random bits.',
  })
  challengeHash!: Buffer;

  @Index('sign_in_challenge_by_account')
  @ForeignKey(() => AccountEntity, { name: 'sign_in_challenge_belongs_to_account', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id', comment: 'Who signs in.' })
  accountId!: string;

  @Column({
    type: 'timestamptz',
    name: 'expires_at',
    precision: 3,
    comment: 'Until when the second factor is awaited (UTC).',
  })
  expiresAt!: Date;
}
