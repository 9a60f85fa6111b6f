import type { OfficerRole } from '@satu-pintu/domain-kit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A post in an agency, as the agencies subgraph last told of it. */
@Index('appointment_by_invitation', ['invitationHash'], { where: 'invitation_hash is not null' })
@Entity('appointment', { comment: 'Posts and the accounts that hold them, projected from officer.* events.' })
export class AppointmentEntity {
  @PrimaryColumn('uuid', { name: 'officer_id', primaryKeyConstraintName: 'appointment_pk' })
  officerId!: string;

  @Column('uuid', { name: 'agency_id', comment: 'Agency of the post.' })
  agencyId!: string;

  @Column('text', { comment: 'What the officer is appointed to do, as in the glossary.' })
  role!: OfficerRole;

  @Index('appointment_by_account')
  @Column('uuid', {
    name: 'account_id',
    nullable: true,
    comment: 'Account that signs in for the post; null until an invitation is accepted.',
  })
  accountId!: string | null;

  @Column('boolean', { name: 'is_active', comment: 'Whether the post is held now.' })
  isActive!: boolean;

  @Column('integer', { comment: 'Version of the event that is applied; an older one changes nothing.' })
  version!: number;

  @Column('bytea', {
    name: 'invitation_hash',
    nullable: true,
    comment:
      'SHA-256 of the code with which the post is taken up; null where nobody was invited, and once it is used.',
  })
  invitationHash!: Buffer | null;

  @Column('timestamptz', {
    name: 'invitation_expires_at',
    nullable: true,
    comment: 'Until when the code works.',
  })
  invitationExpiresAt!: Date | null;

  @Column({
    type: 'timestamptz',
    name: 'second_factor_reset_at',
    precision: 3,
    nullable: true,
    comment:
      'When it was last ordered that the holder sets the second factor up anew (UTC); null when it never was.',
  })
  secondFactorResetAt!: Date | null;
}
