import type { OfficerRole } from '@satu-pintu/domain-kit';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A post in an agency, as the agencies subgraph last told of it. */
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
}
