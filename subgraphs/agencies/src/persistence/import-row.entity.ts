import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ImportEntity } from './import.entity.js';

/** What became of one row of an import. */
@Entity('import_row', { comment: 'What became of each row; no word of the row itself.' })
@Check('import_row_outcome_is_known', `outcome in ('CREATE', 'CHANGE', 'UNCHANGED', 'REFUSED')`)
@Check('import_row_is_refused_for_a_reason', `(refusal is not null) = (outcome = 'REFUSED')`)
@Index('import_row_by_outcome', ['import_id', 'outcome', 'place'])
export class ImportRowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_row_pk', comment: 'The import.' })
  @ForeignKey(() => ImportEntity, { name: 'import_row_is_of_an_import', onDelete: 'CASCADE' })
  import_id!: string;

  @PrimaryColumn('integer', {
    primaryKeyConstraintName: 'import_row_pk',
    comment: 'Order of the outcomes, from 0.',
  })
  place!: number;

  @Column('integer', { comment: 'Row as a spreadsheet counts it; the heading is row 1.' })
  row_number!: number;

  @Column('text', { comment: 'CREATE, CHANGE, UNCHANGED or REFUSED.' })
  outcome!: string;

  @Column('uuid', {
    nullable: true,
    comment: 'Agency or officer that the row is about; null where refused.',
  })
  subject_id!: string | null;

  @Column('text', {
    nullable: true,
    comment: 'Column that is meant by a refusal; null for the row as a whole.',
  })
  column_name!: string | null;

  @Column('jsonb', { nullable: true, comment: 'Why it was refused: kind and details of a problem.' })
  refusal!: object | null;
}
