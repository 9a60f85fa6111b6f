import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the statistics know of a report, as last told by `report.*`: no text, no person. */
@Entity({
  name: 'report_fact',
  comment: 'Reports as last told by report.*, without text or person. Counters are folded from it.',
})
@Index('report_fact_by_late_at', { synchronize: false })
export class ReportFactEntity {
  @PrimaryColumn('uuid', { name: 'report_id' })
  reportId!: string;

  /** Of the event that told it; an older one changes nothing. */
  @Column('integer')
  version!: number;

  @Column('text', { name: 'tracking_id' })
  trackingId!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'requested_type' })
  requestedType!: string;

  /** Null until verification. */
  @Column('text', { nullable: true })
  type!: string | null;

  @Column('text', { name: 'category_id', nullable: true })
  categoryId!: string | null;

  @Column('text', { name: 'region_code', nullable: true })
  regionCode!: string | null;

  @Column('uuid', { name: 'holder_agency_id' })
  holderAgencyId!: string;

  @Column('text')
  channel!: string;

  @Column('boolean', { name: 'is_anonymous' })
  isAnonymous!: boolean;

  @Column('boolean', { name: 'is_secret' })
  isSecret!: boolean;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt!: Date | null;

  @Column('timestamptz', { name: 'first_follow_up_at', nullable: true })
  firstFollowUpAt!: Date | null;

  @Column('timestamptz', { name: 'first_follow_up_due_at', nullable: true })
  firstFollowUpDueAt!: Date | null;

  @Column('timestamptz', { name: 'responded_at', nullable: true })
  respondedAt!: Date | null;

  @Column('timestamptz', { name: 'resolution_due_at', nullable: true })
  resolutionDueAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason!: string | null;

  @Column('integer')
  dispositions!: number;

  @Column('integer')
  returns!: number;

  /** Whether the public statistics count it; see `isPublic` in report-fact.rules.ts. */
  @Column('boolean', { name: 'is_public' })
  isPublic!: boolean;

  /** From when on it is overdue if nothing happens; null if it cannot become so. */
  @Column('timestamptz', { name: 'late_at', nullable: true })
  lateAt!: Date | null;
}
