import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SessionEntity } from './session.entity.js';

/** One refresh token: good for one use. */
@Entity('refresh_token', { comment: 'Refresh tokens, each good for one use; only their hashes are kept.' })
export class RefreshTokenEntity {
  @PrimaryColumn('bytea', {
    name: 'token_hash',
    primaryKeyConstraintName: 'refresh_token_pk',
    comment: 'SHA-256 of the token, which is 256 random bits.',
  })
  tokenHash!: Buffer;

  @Index('refresh_token_by_session')
  @ForeignKey(() => SessionEntity, { name: 'refresh_token_belongs_to_session', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'session_id', comment: 'The family: a second use of any member ends it.' })
  sessionId!: string;

  @Column({ type: 'timestamptz', name: 'issued_at', precision: 3, comment: 'When it was handed out (UTC).' })
  issuedAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'expires_at',
    precision: 3,
    comment: 'From when it no longer works (UTC).',
  })
  expiresAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'used_at',
    precision: 3,
    nullable: true,
    comment: 'When it was exchanged for the next one (UTC); null while it is unused.',
  })
  usedAt!: Date | null;
}
