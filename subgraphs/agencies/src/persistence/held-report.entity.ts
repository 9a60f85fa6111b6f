import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who holds which report. */
@Entity('held_report', { comment: 'Who holds which report, projected from report.* events.' })
@Index('held_report_open_by_holder', ['holder_agency_id'], { where: 'is_open' })
export class HeldReportEntity {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'held_report_pk',
    comment: 'The report; nothing else is known of it here.',
  })
  report_id!: string;

  @Column('uuid', { comment: 'Agency that holds it, or held it last.' })
  holder_agency_id!: string;

  @Column('boolean', { comment: 'Whether the holder still has to do something.' })
  is_open!: boolean;

  @Column('integer', { comment: 'Version of the event that is applied; an older one changes nothing.' })
  version!: number;
}
