import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports that are handled within another one. What the database keeps: a merged report knows its way back, it leads
 * into another report, and that one is not merged itself, so the depth is one and no circle is possible.
 */
export class MergeReports1763800110000 implements MigrationInterface {
  name = 'MergeReports1763800110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of [COLUMNS, COMMENTS, DEPTH_OF_ONE]) await queryRunner.query(step);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      drop trigger report_leads_to_one_that_is_not_merged on report;
      drop function keep_merging_one_deep();
      alter table report
        drop constraint report_waits_or_is_merged_with_a_way_back,
        drop constraint report_is_merged_since_an_instant,
        drop constraint report_is_merged_into_another,
        drop column merged_into_id,
        drop column merged_at,
        add constraint report_waits_with_a_way_back check ((state = 'AWAITING_REPORTER') = (state_before is not null))
    `);
  }
}

const COLUMNS = /* sql */ `
  alter table report
    add column merged_into_id uuid,
    add column merged_at timestamptz,
    drop constraint report_waits_with_a_way_back,
    add constraint report_waits_or_is_merged_with_a_way_back
      check ((state in ('AWAITING_REPORTER', 'MERGED')) = (state_before is not null)),
    add constraint report_is_merged_since_an_instant
      check ((state = 'MERGED') = (merged_at is not null) and (state = 'MERGED') = (merged_into_id is not null)),
    add constraint report_is_merged_into_another check (merged_into_id <> id),
    add constraint report_root_fk foreign key (merged_into_id) references report (id);
  create index report_by_root on report (merged_into_id, merged_at, id) where merged_into_id is not null
`;

const COMMENTS = /* sql */ `
  comment on column report.merged_into_id is 'The report within which this one is handled; never a merged one.';
  comment on column report.merged_at is 'Since when it is merged; its clocks ended here.';
  comment on column report.state_before is
    'While the reporter is awaited, and while merged: the state to which the report goes back.'
`;

/*
 * At the end of the transaction: a report that others are merged into may be merged itself, if these follow it. Whoever
 * merges holds the lock of all merging, so no other transaction can make untrue what is found here.
 */
const DEPTH_OF_ONE = /* sql */ `
  create function keep_merging_one_deep() returns trigger language plpgsql set search_path from current as $$
  begin
    if exists (select from report as merged
                 join report as root on root.id = merged.merged_into_id
                where (merged.id = new.id or merged.merged_into_id = new.id) and root.merged_into_id is not null)
    then
      raise exception 'A report leads into one that is merged itself.'
        using errcode = 'check_violation', constraint = 'report_leads_to_one_that_is_not_merged';
    end if;
    return null;
  end $$;
  create constraint trigger report_leads_to_one_that_is_not_merged
    after insert or update of merged_into_id on report deferrable initially deferred
    for each row when (new.merged_into_id is not null) execute function keep_merging_one_deep()
`;
