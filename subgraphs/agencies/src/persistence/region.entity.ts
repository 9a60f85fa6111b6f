import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A province, regency, city or district, by its Kemendagri code. */
@Entity('region', {
  comment: 'Places of Indonesia by their Kemendagri code, from province down to district.',
})
@Check('region_level_is_known', `level in ('PROVINCE', 'REGENCY', 'CITY', 'DISTRICT')`)
@Check('region_only_provinces_have_no_parent', `(parent_code is null) = (level = 'PROVINCE')`)
@Check('region_time_zone_is_indonesian', `time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')`)
@Index('region_by_parent', ['parent_code', 'name', 'code'])
export class RegionEntity {
  @PrimaryColumn('text', {
    primaryKeyConstraintName: 'region_pk',
    comment: 'Kemendagri code: 32, 32.73, 32.73.01.',
  })
  code!: string;

  @Column('text', { comment: 'Official name; regencies and cities with their kind: Kota Bandung.' })
  name!: string;

  @Column('text', { comment: 'PROVINCE, REGENCY, CITY or DISTRICT.' })
  level!: string;

  @Column('text', { nullable: true, comment: 'Code of the region it lies in; null for a province.' })
  @ForeignKey(() => RegionEntity, { name: 'region_lies_in_a_region' })
  parent_code!: string | null;

  @Column('text', { comment: 'IANA zone: Asia/Jakarta, Asia/Makassar or Asia/Jayapura.' })
  time_zone!: string;
}
