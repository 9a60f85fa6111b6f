import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Has the columns that queries read of `agency`, so that one statement serves the present and the past. */
export class SeeTheTreeOnADay1763900400000 implements MigrationInterface {
  name = 'SeeTheTreeOnADay1763900400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create function agency_on(on_day date) returns table (
        id uuid, code text, name text, abbreviation text, kind text, parent_id uuid, tie text, path ltree,
        house_path ltree, region_code text, time_zone text, is_active boolean, valid_from date, valid_to date,
        successor_id uuid, is_verified boolean
      ) language sql stable set search_path from current as $$
        select agency.id, coalesce(past.code, agency.code), coalesce(past.name, agency.name),
               case when past.agency_id is null then agency.abbreviation else past.abbreviation end, agency.kind,
               case when past.agency_id is null then agency.parent_id else past.parent_id end,
               coalesce(past.tie, agency.tie), agency.path, agency.house_path, agency.region_code, agency.time_zone,
               coalesce(agency.valid_from <= on_day, true) and coalesce(on_day <= agency.valid_to, true),
               agency.valid_from, agency.valid_to, agency.successor_id, agency.is_verified
          from agency
          left join lateral (
            select * from agency_past
             where agency_past.agency_id = agency.id and agency_past.valid_until >= on_day
             order by agency_past.valid_until
             limit 1
          ) as past on true
      $$;
      comment on function agency_on(date) is
        'Every agency as it was on a day; is_active says whether it existed then. Paths are those of today.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function agency_on(date)');
  }
}
