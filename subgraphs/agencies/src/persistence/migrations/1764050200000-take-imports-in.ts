import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import outlives the request that sends its file: what it is to do, how far it is, and what became of each row. */
export class TakeImportsIn1764050200000 implements MigrationInterface {
  name = 'TakeImportsIn1764050200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(COMMENTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table import_row, import_file, import');
  }
}

const TABLES = /* sql */ `
  create table import (
    id uuid not null,
    kind text not null,
    agency_id uuid not null,
    is_dry_run boolean not null,
    state text not null,
    post_ids uuid[] not null,
    rows_read integer not null,
    rows_done integer not null,
    rows_created integer not null,
    rows_changed integer not null,
    rows_refused integer not null,
    requested_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    constraint import_pk primary key (id),
    constraint import_is_for_an_agency foreign key (agency_id) references agency (id),
    constraint import_kind_is_known check (kind in ('UNITS', 'OFFICERS')),
    constraint import_state_is_known
      check (state in ('AWAITING_FILE', 'WAITING', 'RUNNING', 'DONE', 'REFUSED', 'FAILED')),
    constraint import_ends_when_it_is_over check ((ended_at is not null) = (state in ('DONE', 'REFUSED', 'FAILED'))),
    constraint import_done_has_no_refused_row check (state <> 'DONE' or rows_refused = 0)
  );
  create index import_to_be_done on import (requested_at) where state in ('WAITING', 'RUNNING');
  create index import_by_request on import (requested_at);
  create table import_file (
    import_id uuid not null,
    content bytea not null,
    constraint import_file_pk primary key (import_id),
    constraint import_file_is_of_an_import foreign key (import_id) references import (id) on delete cascade
  );
  create table import_row (
    import_id uuid not null,
    place integer not null,
    row_number integer not null,
    outcome text not null,
    subject_id uuid,
    column_name text,
    refusal jsonb,
    constraint import_row_pk primary key (import_id, place),
    constraint import_row_is_of_an_import foreign key (import_id) references import (id) on delete cascade,
    constraint import_row_outcome_is_known check (outcome in ('CREATE', 'CHANGE', 'UNCHANGED', 'REFUSED')),
    constraint import_row_is_refused_for_a_reason check ((refusal is not null) = (outcome = 'REFUSED'))
  );
  create index import_row_by_outcome on import_row (import_id, outcome, place);
`;

const COMMENTS = /* sql */ `
  comment on table import is 'Files of units or officers that are carried out as a whole, or tried out.';
  comment on column import.id is 'Random.';
  comment on column import.kind is 'UNITS or OFFICERS.';
  comment on column import.agency_id is 'Agency for which it is: who runs that may read how it went.';
  comment on column import.is_dry_run is 'Whether it changes nothing and only says what it would do.';
  comment on column import.state is
    'AWAITING_FILE, WAITING, RUNNING; then DONE, REFUSED (a row was, so nothing changed) or FAILED (our fault).';
  comment on column import.post_ids is 'Posts of whoever asked for it: by those of them that are still held it is judged.';
  comment on column import.rows_read is 'Rows below the heading that hold something.';
  comment on column import.rows_done is 'Rows that have been decided so far.';
  comment on column import.rows_created is 'Rows that made something new, or would.';
  comment on column import.rows_changed is 'Rows that changed something, or would.';
  comment on column import.rows_refused is 'Things that are wrong with the file, row by row.';
  comment on column import.requested_at is 'When it was asked for.';
  comment on column import.started_at is 'When it was begun; null before.';
  comment on column import.ended_at is 'When it was over; null before.';
  comment on table import_file is 'Files that wait for their import; gone with its end.';
  comment on column import_file.import_id is 'The import.';
  comment on column import_file.content is 'As it was sent.';
  comment on table import_row is 'What became of each row; no word of the row itself.';
  comment on column import_row.import_id is 'The import.';
  comment on column import_row.place is 'Order of the outcomes, from 0.';
  comment on column import_row.row_number is 'Row as a spreadsheet counts it; the heading is row 1.';
  comment on column import_row.outcome is 'CREATE, CHANGE, UNCHANGED or REFUSED.';
  comment on column import_row.subject_id is 'Agency or officer that the row is about; null where refused.';
  comment on column import_row.column_name is 'Column that is meant by a refusal; null for the row as a whole.';
  comment on column import_row.refusal is 'Why it was refused: kind and details of a problem.';
`;
