import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AgencyEntity } from './agency.entity.js';

/** A file of units or officers that is carried out as a whole, or tried out. */
@Entity('import', {
  comment: 'Files of units or officers that are carried out as a whole, or tried out.',
})
@Check('import_kind_is_known', `kind in ('UNITS', 'OFFICERS')`)
@Check(
  'import_state_is_known',
  `state in ('AWAITING_FILE', 'WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')`,
)
@Check('import_ends_when_it_is_over', `(ended_at is not null) = (state in ('DONE', 'REFUSED', 'FAILED'))`)
@Check('import_done_has_no_refused_row', `state <> 'DONE' or rows_refused = 0`)
@Index('import_to_be_done', { synchronize: false })
@Index('import_by_request', ['requested_at'])
export class ImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_pk', comment: 'Random.' })
  id!: string;

  @Column('text', { comment: 'UNITS or OFFICERS.' })
  kind!: string;

  @Column('uuid', { comment: 'Agency for which it is: who runs that may read how it went.' })
  @ForeignKey(() => AgencyEntity, { name: 'import_is_for_an_agency' })
  agency_id!: string;

  @Column('boolean', { comment: 'Whether it changes nothing and only says what it would do.' })
  is_dry_run!: boolean;

  @Column('text', {
    comment:
      'AWAITING_FILE, WAITING, RUNNING; then DONE, REFUSED (a row was, so nothing changed) or FAILED (our fault).',
  })
  state!: string;

  @Column('uuid', {
    array: true,
    comment: 'Posts of whoever asked for it: by those of them that are still held it is judged.',
  })
  post_ids!: string[];

  @Column('integer', { comment: 'Rows below the heading that hold something.' })
  rows_read!: number;

  @Column('integer', { comment: 'Rows that have been decided so far.' })
  rows_done!: number;

  @Column('integer', { comment: 'Rows that made something new, or would.' })
  rows_created!: number;

  @Column('integer', { comment: 'Rows that changed something, or would.' })
  rows_changed!: number;

  @Column('integer', { comment: 'Things that are wrong with the file, row by row.' })
  rows_refused!: number;

  @Column('timestamptz', { comment: 'When it was asked for.' })
  requested_at!: Date;

  @Column('timestamptz', { nullable: true, comment: 'When it was begun; null before.' })
  started_at!: Date | null;

  @Column('timestamptz', { nullable: true, comment: 'When it was over; null before.' })
  ended_at!: Date | null;
}
