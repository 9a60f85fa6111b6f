import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report that was made anonymous after it was filed. */
@Entity('withheld_reporter', {
  comment:
    'Reports made anonymous after they were filed: handles that were sealed before no longer open. Append-only.',
})
export class WithheldReporterEntity {
  @PrimaryColumn('uuid', {
    name: 'report_id',
    primaryKeyConstraintName: 'withheld_reporter_pk',
    comment: 'Report whose reporter nobody else is to learn any more.',
  })
  reportId!: string;

  @Column({ type: 'timestamptz', precision: 3, comment: 'When it was made anonymous (UTC).' })
  since!: Date;
}
