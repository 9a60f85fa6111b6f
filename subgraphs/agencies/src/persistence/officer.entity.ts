import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AgencyEntity } from './agency.entity.js';

/** A post that a person holds in an agency. */
@Entity('officer', { comment: 'Posts that people hold in agencies. One person may hold several.' })
@Unique('officer_post_is_held_once', ['agency_id', 'account_id', 'role'])
@Check(
  'officer_role_is_known',
  `role in ('NATIONAL_ADMIN', 'COORDINATOR_ADMIN', 'AGENCY_ADMIN',
  'LIAISON_OFFICER', 'INTAKE_OFFICER', 'INTEGRATOR', 'OMBUDSMAN', 'KSP_VIEWER', 'MOHA_EVALUATOR', 'ANALYST')`,
)
@Check('officer_version_counts_from_one', `version >= 1`)
@Index('officer_by_agency', ['agency_id', 'name', 'id'])
@Index('officer_by_account', ['account_id'])
@Index('officer_by_name', ['name', 'id'])
@Index('officer_by_words', { synchronize: false })
export class OfficerEntity {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'officer_pk',
    comment: 'Random, or derived from the address of a demo account.',
  })
  id!: string;

  @Column('uuid', { comment: 'Agency in which the post is held.' })
  @ForeignKey(() => AgencyEntity, { name: 'officer_serves_an_agency' })
  agency_id!: string;

  @Column('text', { comment: 'What the officer is appointed to do.' })
  role!: string;

  @Column('text', { comment: 'Name of the person, as colleagues know it.' })
  name!: string;

  @Column('text', { nullable: true, comment: 'Title of the post; null where none is given.' })
  title!: string | null;

  @Column('text', { nullable: true, comment: 'Address at work; null where unknown.' })
  work_email!: string | null;

  @Column('text', { nullable: true, comment: 'Telephone at work; null where unknown.' })
  work_phone!: string | null;

  @Column('uuid', {
    nullable: true,
    comment: 'Account of a demonstration officer; null for everybody else.',
  })
  account_id!: string | null;

  @Column('boolean', { comment: 'False once the appointment has ended.' })
  is_active!: boolean;

  @Column('boolean', {
    default: false,
    comment: 'Whether somebody has accepted the invitation, as users tells; who, is not known here.',
  })
  is_taken_up!: boolean;

  @Column('integer', { comment: 'Number of its last event, counted from 1 without gaps.' })
  version!: number;
}
