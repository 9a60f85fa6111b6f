import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Counters of one cell: an agency, a class of publicity, a state and a type. `own` counts what the agency itself holds,
 * `total` that and all below it. Reading an agency touches its few cells alone, whatever lies below.
 */
@Entity({
  name: 'report_count',
  comment: 'Counters per agency with all below it; equal to a recount of report_fact.',
})
export class ReportCountEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' })
  agencyId!: string;

  @PrimaryColumn('boolean', { name: 'is_public' })
  isPublic!: boolean;

  @PrimaryColumn('text')
  state!: string;

  /** Empty for reports not classified yet. */
  @PrimaryColumn('text')
  type!: string;

  @Column('integer')
  own!: number;

  @Column('integer', { name: 'own_overdue' })
  ownOverdue!: number;

  @Column('integer')
  total!: number;

  /** Of `total`, those overdue at `counting.late_until`. */
  @Column('integer')
  overdue!: number;
}
