import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberFormerAgencies1763900200000 implements MigrationInterface {
  name = 'RememberFormerAgencies1763900200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      create table agency_past (
        agency_id uuid not null,
        valid_until date not null,
        code text not null,
        name text not null,
        abbreviation text,
        parent_id uuid,
        tie text not null,
        constraint agency_past_pk primary key (agency_id, valid_until),
        constraint agency_past_is_of_an_agency foreign key (agency_id) references agency (id),
        constraint agency_past_hung_under_an_agency foreign key (parent_id) references agency (id),
        constraint agency_past_tie_is_known check (tie in ('ADMINISTRATIVE', 'SUPERVISORY'))
      );
      create index agency_past_by_parent on agency_past (parent_id);
      -- What was, was.
      revoke update, delete on agency_past from agencies_app;
      comment on table agency_past is 'What agencies were before they changed: one row per day on which one did.';
      comment on column agency_past.agency_id is 'The agency.';
      comment on column agency_past.valid_until is
        'Last day, inclusive, on which it was so; the next row, or the agency itself, begins the day after.';
      comment on column agency_past.code is 'Code that it had.';
      comment on column agency_past.name is 'Name that it had.';
      comment on column agency_past.abbreviation is 'Short name that it had; null where none was known.';
      comment on column agency_past.parent_id is 'Agency that was above it.';
      comment on column agency_past.tie is 'How it hung under its parent.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table agency_past');
  }
}
