import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A challenge that was answered. Those that never are leave nothing. */
@Entity('spent_challenge', { comment: 'Challenges that were answered, until they would have ended anyway.' })
export class SpentChallengeEntity {
  @PrimaryColumn('bytea', {
    primaryKeyConstraintName: 'spent_challenge_pk',
    comment: 'SHA-256 of the challenge.',
  })
  hash!: Buffer;

  @Index('spent_challenge_by_end')
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, comment: 'When it ends (UTC).' })
  expiresAt!: Date;
}
