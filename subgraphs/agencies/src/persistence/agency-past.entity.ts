import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AgencyEntity } from './agency.entity.js';

/** What an agency was until a day. */
@Entity('agency_past', {
  comment: 'What agencies were before they changed: one row per day on which one did.',
})
@Check('agency_past_tie_is_known', `tie in ('ADMINISTRATIVE', 'SUPERVISORY')`)
@Index('agency_past_by_parent', ['parent_id'])
export class AgencyPastEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agency_past_pk', comment: 'The agency.' })
  @ForeignKey(() => AgencyEntity, { name: 'agency_past_is_of_an_agency' })
  agency_id!: string;

  @PrimaryColumn('date', {
    primaryKeyConstraintName: 'agency_past_pk',
    comment:
      'Last day, inclusive, on which it was so; the next row, or the agency itself, begins the day after.',
  })
  valid_until!: string;

  @Column('text', { comment: 'Code that it had.' })
  code!: string;

  @Column('text', { comment: 'Name that it had.' })
  name!: string;

  @Column('text', { nullable: true, comment: 'Short name that it had; null where none was known.' })
  abbreviation!: string | null;

  @Column('uuid', { nullable: true, comment: 'Agency that was above it.' })
  @ForeignKey(() => AgencyEntity, { name: 'agency_past_hung_under_an_agency' })
  parent_id!: string | null;

  @Column('text', { comment: 'How it hung under its parent.' })
  tie!: string;
}
