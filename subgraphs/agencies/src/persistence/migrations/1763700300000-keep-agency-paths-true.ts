import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A path is its parent's path and one label more, so it can only grow downward and the tree has no circle. Checked once
 * per statement: whoever moves an agency moves its whole subtree with the same statement.
 */
export class KeepAgencyPathsTrue1763700300000 implements MigrationInterface {
  name = 'KeepAgencyPathsTrue1763700300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create function refuse_untrue_agency_paths() returns trigger language plpgsql set search_path from current as $$
      declare untrue text;
      begin
        select child.code into untrue
          from agency child
          left join agency parent on parent.id = child.parent_id
         where (child.id in (select id from touched) or child.parent_id in (select id from touched))
           and (child.path is distinct from coalesce(parent.path, '') || replace(child.id::text, '-', '')
             or child.house_path is distinct from
                case child.tie when 'SUPERVISORY' then '' else parent.house_path end || replace(child.id::text, '-', ''))
         limit 1;
        if found then
          raise exception 'the paths of agency % do not follow its parent', untrue
            using errcode = 'check_violation', constraint = 'agency_path_follows_its_parent', table = 'agency';
        end if;
        return null;
      end $$;
      create trigger agency_path_follows_its_parent_when_inserted after insert on agency
        referencing new table as touched for each statement execute function refuse_untrue_agency_paths();
      create trigger agency_path_follows_its_parent_when_updated after update on agency
        referencing new table as touched for each statement execute function refuse_untrue_agency_paths();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      drop trigger agency_path_follows_its_parent_when_inserted on agency;
      drop trigger agency_path_follows_its_parent_when_updated on agency;
      drop function refuse_untrue_agency_paths();
    `);
  }
}
