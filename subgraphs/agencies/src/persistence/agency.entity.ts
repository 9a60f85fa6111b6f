import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RegionEntity } from './region.entity.js';

/** A node of the tree of agencies. */
@Entity('agency', {
  comment: 'Every node of the one tree of agencies, from the national desk to a regional office.',
})
@Unique('agency_code_is_unique', ['code'])
@Check(
  'agency_kind_is_known',
  `kind in ('NATIONAL_DESK', 'MINISTRY', 'STATE_AGENCY', 'STATE_ENTERPRISE',
  'PROVINCE', 'REGENCY', 'CITY', 'ADMINISTRATIVE_REGENCY', 'ADMINISTRATIVE_CITY', 'UNIT')`,
)
@Check('agency_tie_is_known', `tie in ('ADMINISTRATIVE', 'SUPERVISORY')`)
@Check('agency_only_the_national_desk_has_no_parent', `(parent_id is null) = (kind = 'NATIONAL_DESK')`)
@Check('agency_path_ends_in_itself', `ltree2text(subpath(path, -1)) = replace(id::text, '-', '')`)
@Check('agency_path_ends_in_its_house', `subpath(path, -nlevel(house_path)) = house_path`)
@Check('agency_supervised_is_a_house_of_its_own', `tie <> 'SUPERVISORY' or nlevel(house_path) = 1`)
@Check('agency_successor_is_another', `successor_id <> id`)
@Check('agency_validity_runs_forward', `valid_from <= valid_to`)
@Check('agency_time_zone_is_indonesian', `time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')`)
@Check('agency_version_counts_from_one', `version >= 1`)
@Index('agency_root_is_one', { synchronize: false })
@Index('agency_by_path', { synchronize: false })
@Index('agency_by_path_order', ['path'])
@Index('agency_by_house_path', { synchronize: false })
@Index('agency_by_name', ['name', 'id'])
@Index('agency_by_kind', ['kind', 'name', 'id'])
@Index('agency_by_parent', ['parent_id', 'name', 'id'])
@Index('agency_by_region', ['region_code'])
@Index('agency_by_words', { synchronize: false })
export class AgencyEntity {
  @PrimaryColumn('uuid', {
    primaryKeyConstraintName: 'agency_pk',
    comment: 'Same for the same code on every machine when loaded from facts, random otherwise.',
  })
  id!: string;

  @Column('text', { comment: 'What others call it: KEMENKES, 32.73, 32.73/1.02.' })
  code!: string;

  @Column('text', { comment: 'Official Indonesian name.' })
  name!: string;

  @Column('text', { nullable: true, comment: 'Usual short name; null where none is known.' })
  abbreviation!: string | null;

  @Column('text', { comment: 'What it is: MINISTRY, CITY, UNIT and so on.' })
  kind!: string;

  @Column('uuid', { nullable: true, comment: 'Agency above it; null for the national desk only.' })
  @ForeignKey(() => AgencyEntity, { name: 'agency_hangs_under_an_agency' })
  parent_id!: string | null;

  @Column('text', {
    comment: 'ADMINISTRATIVE: a unit of its parent. SUPERVISORY: guided by it (UU 23/2014).',
  })
  tie!: string;

  @Column('ltree', { comment: 'Ids without dashes, from the root to itself.' })
  path!: string;

  @Column('ltree', { comment: 'The end of path since the last supervisory tie: its own house.' })
  house_path!: string;

  @Column('text', { nullable: true, comment: 'Region it serves; null for the whole country.' })
  @ForeignKey(() => RegionEntity, { name: 'agency_serves_a_region' })
  region_code!: string | null;

  @Column('text', { comment: 'IANA zone of its seat, in which its working days are counted.' })
  time_zone!: string;

  @Column('boolean', {
    comment:
      'Whether it exists today, by valid_from and valid_to, and has not been ended; renewed every day.',
  })
  is_active!: boolean;

  @Column('date', {
    nullable: true,
    comment: 'First day of its existence; null when before 2019 or unknown.',
  })
  valid_from!: string | null;

  @Column('date', { nullable: true, comment: 'Last day of its existence, inclusive; null while it lasts.' })
  valid_to!: string | null;

  @Column('uuid', {
    nullable: true,
    comment: 'Agency that took over all its duties; null when none or several did.',
  })
  @ForeignKey(() => AgencyEntity, { name: 'agency_is_succeeded_by_an_agency' })
  successor_id!: string | null;

  @Column('boolean', {
    comment: 'False where name or existence comes from a pattern that nobody has checked.',
  })
  is_verified!: boolean;

  @Column('boolean', { default: false, comment: 'True once an officer has ended it, whatever its days say.' })
  has_ended!: boolean;

  @Column('boolean', {
    default: false,
    comment: 'True once an officer has registered or changed it: loads of the facts leave it alone.',
  })
  is_kept_by_office!: boolean;

  @Column('integer', { comment: 'Number of its last event, counted from 1 without gaps.' })
  version!: number;
}
