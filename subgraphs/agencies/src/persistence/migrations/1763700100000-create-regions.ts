import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegions1763700100000 implements MigrationInterface {
  name = 'CreateRegions1763700100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table region (
        code text not null,
        name text not null,
        level text not null,
        parent_code text,
        time_zone text not null,
        constraint region_pk primary key (code),
        constraint region_lies_in_a_region foreign key (parent_code) references region (code),
        constraint region_level_is_known check (level in ('PROVINCE', 'REGENCY', 'CITY', 'DISTRICT')),
        constraint region_only_provinces_have_no_parent check ((parent_code is null) = (level = 'PROVINCE')),
        constraint region_time_zone_is_indonesian
          check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'))
      );
      create index region_by_parent on region (parent_code, name, code);
      comment on table region is 'Places of Indonesia by their Kemendagri code, from province down to district.';
      comment on column region.code is 'Kemendagri code: 32, 32.73, 32.73.01.';
      comment on column region.name is 'Official name; regencies and cities with their kind: Kota Bandung.';
      comment on column region.level is 'PROVINCE, REGENCY, CITY or DISTRICT.';
      comment on column region.parent_code is 'Code of the region it lies in; null for a province.';
      comment on column region.time_zone is 'IANA zone: Asia/Jakarta, Asia/Makassar or Asia/Jayapura.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table region');
  }
}
