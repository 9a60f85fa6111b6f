import { schemaEnum } from '@satu-pintu/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { REGION_LEVELS, type RegionLevel } from '../hierarchy/regions.rules.js';

const RegionLevelEnum = schemaEnum(
  'RegionLevel',
  'Level of a region in the administrative division of Indonesia.',
  REGION_LEVELS,
  {
    PROVINCE: 'Provinsi.',
    REGENCY: 'Kabupaten, also the administrative one of Jakarta.',
    CITY: 'Kota, also the administrative ones of Jakarta.',
    DISTRICT: 'Kecamatan (distrik, kapanewon, kemantren).',
  },
);

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'A province, regency, city or district. Names and codes: idn-area-data (fityannugroho), Open Database License 1.0.',
})
export class Region {
  @Field(() => ID, { description: 'Kemendagri code: `32`, `32.73`, `32.73.01`.' })
  code!: string;

  @Field(() => String, {
    description: 'Official name; regencies and cities with their kind: `Kota Bandung`.',
  })
  name!: string;

  @Field(() => RegionLevelEnum, { description: 'Province, regency, city or district.' })
  level!: RegionLevel;

  @Field(() => String, {
    description:
      'IANA time zone in which its offices count days: `Asia/Jakarta`, `Asia/Makassar` or `Asia/Jayapura`.',
  })
  timeZone!: string;

  /** Code of the region it lies in; the field `parent` resolves it. */
  parentCode!: string | null;
}
