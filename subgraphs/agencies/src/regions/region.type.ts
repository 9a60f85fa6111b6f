import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Levels of the administrative division. */
export enum RegionLevel {
  PROVINCE = 'PROVINCE',
  REGENCY = 'REGENCY',
  CITY = 'CITY',
  DISTRICT = 'DISTRICT',
}

registerEnumType(RegionLevel, {
  name: 'RegionLevel',
  description: 'Level of a region in the administrative division of Indonesia.',
  valuesConfig: {
    PROVINCE: { description: 'Provinsi.' },
    REGENCY: { description: 'Kabupaten, also the administrative one of Jakarta.' },
    CITY: { description: 'Kota, also the administrative ones of Jakarta.' },
    DISTRICT: { description: 'Kecamatan (distrik, kapanewon, kemantren).' },
  },
});

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

  @Field(() => RegionLevel, { description: 'Province, regency, city or district.' })
  level!: RegionLevel;

  @Field(() => String, {
    description:
      'IANA time zone in which its offices count days: `Asia/Jakarta`, `Asia/Makassar` or `Asia/Jayapura`.',
  })
  timeZone!: string;

  /** Code of the region it lies in; the field `parent` resolves it. */
  parentCode!: string | null;
}
