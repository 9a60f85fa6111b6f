import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** One sign-in on one device, until it is ended or expires. */
@Entity('session', { comment: 'Sign-ins; all refresh tokens of one sign-in belong to its session.' })
@Check('session_ends_after_it_started', 'ended_at is null or ended_at >= started_at')
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pk' })
  id!: string;

  @Index('session_by_account')
  @ForeignKey(() => AccountEntity, { name: 'session_belongs_to_account', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id', comment: 'Who signed in.' })
  accountId!: string;

  @Column({
    type: 'timestamptz',
    name: 'started_at',
    precision: 3,
    comment: 'When the password was given (UTC).',
  })
  startedAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'refreshed_at',
    precision: 3,
    comment: 'When a token was last handed out (UTC).',
  })
  refreshedAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'expires_at',
    precision: 3,
    comment: 'When the newest refresh token stops to work (UTC).',
  })
  expiresAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'ended_at',
    precision: 3,
    nullable: true,
    comment: 'When it was signed out, or ended because an old token came back (UTC); null while it lives.',
  })
  endedAt!: Date | null;

  @Column('boolean', {
    name: 'has_two_factors',
    default: false,
    comment: 'Whether two factors proved who signed in.',
  })
  hasTwoFactors!: boolean;
}
