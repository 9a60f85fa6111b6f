import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAgencies1763700200000 implements MigrationInterface {
  name = 'CreateAgencies1763700200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(INDEXES);
    await queryRunner.query(COMMENTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table agency');
  }
}

const TABLE = /* sql */ `
  create table agency (
    id uuid not null,
    code text not null,
    name text not null,
    abbreviation text,
    kind text not null,
    parent_id uuid,
    tie text not null,
    path ltree not null,
    house_path ltree not null,
    region_code text,
    time_zone text not null,
    is_active boolean not null,
    valid_from date,
    valid_to date,
    successor_id uuid,
    is_verified boolean not null,
    version integer not null,
    constraint agency_pk primary key (id),
    constraint agency_code_is_unique unique (code),
    constraint agency_hangs_under_an_agency foreign key (parent_id) references agency (id),
    constraint agency_serves_a_region foreign key (region_code) references region (code),
    constraint agency_is_succeeded_by_an_agency foreign key (successor_id) references agency (id),
    constraint agency_kind_is_known check (kind in ('NATIONAL_DESK', 'MINISTRY', 'STATE_AGENCY', 'STATE_ENTERPRISE',
      'PROVINCE', 'REGENCY', 'CITY', 'ADMINISTRATIVE_REGENCY', 'ADMINISTRATIVE_CITY', 'UNIT')),
    constraint agency_tie_is_known check (tie in ('ADMINISTRATIVE', 'SUPERVISORY')),
    constraint agency_only_the_national_desk_has_no_parent check ((parent_id is null) = (kind = 'NATIONAL_DESK')),
    constraint agency_path_ends_in_itself check (ltree2text(subpath(path, -1)) = replace(id::text, '-', '')),
    constraint agency_path_ends_in_its_house check (subpath(path, -nlevel(house_path)) = house_path),
    constraint agency_supervised_is_a_house_of_its_own check (tie <> 'SUPERVISORY' or nlevel(house_path) = 1),
    constraint agency_successor_is_another check (successor_id <> id),
    constraint agency_validity_runs_forward check (valid_from <= valid_to),
    constraint agency_time_zone_is_indonesian
      check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
    constraint agency_version_counts_from_one check (version >= 1)
  );
`;

const INDEXES = /* sql */ `
  create unique index agency_root_is_one on agency (kind) where kind = 'NATIONAL_DESK';
  create index agency_by_path on agency using gist (path);
  create index agency_by_path_order on agency (path);
  create index agency_by_house_path on agency using gist (house_path);
  create index agency_by_name on agency (name, id);
  create index agency_by_parent on agency (parent_id, name, id);
  create index agency_by_region on agency (region_code);
  create index agency_by_words on agency
    using gin (lower(name || ' ' || coalesce(abbreviation, '') || ' ' || code) gin_trgm_ops);
`;

const COMMENTS = /* sql */ `
  comment on table agency is 'Every node of the one tree of agencies, from the national desk to a regional office.';
  comment on column agency.id is 'Same for the same code on every machine when loaded from facts, random otherwise.';
  comment on column agency.code is 'What others call it: KEMENKES, 32.73, 32.73/1.02.';
  comment on column agency.name is 'Official Indonesian name.';
  comment on column agency.abbreviation is 'Usual short name; null where none is known.';
  comment on column agency.kind is 'What it is: MINISTRY, CITY, UNIT and so on.';
  comment on column agency.parent_id is 'Agency above it; null for the national desk only.';
  comment on column agency.tie is 'ADMINISTRATIVE: a unit of its parent. SUPERVISORY: guided by it (UU 23/2014).';
  comment on column agency.path is 'Ids without dashes, from the root to itself.';
  comment on column agency.house_path is 'The end of path since the last supervisory tie: its own house.';
  comment on column agency.region_code is 'Region it serves; null for the whole country.';
  comment on column agency.time_zone is 'IANA zone of its seat, in which its working days are counted.';
  comment on column agency.is_active is 'Whether it existed on the day of the last load, by valid_from and valid_to.';
  comment on column agency.valid_from is 'First day of its existence; null when before 2019 or unknown.';
  comment on column agency.valid_to is 'Last day of its existence, inclusive; null while it lasts.';
  comment on column agency.successor_id is 'Agency that took over all its duties; null when none or several did.';
  comment on column agency.is_verified is 'False where name or existence comes from a pattern that nobody has checked.';
  comment on column agency.version is 'Number of its last event, counted from 1 without gaps.';
`;
