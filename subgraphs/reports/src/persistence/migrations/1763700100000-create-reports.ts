import { CONSUMER_TABLES, outboxTables } from '@satu-pintu/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  CHANNELS,
  OFFICER_ARCHIVE_REASONS,
  OUTCOMES,
  REPORT_STATES,
  REPORT_TYPES,
  REQUESTED_TYPES,
} from '../../report/report-state.js';

const oneOf = (column: string, values: readonly string[]): string =>
  `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;

/** The report, its chain of holders, its follow-ups, clocks and history, and what the other subgraphs told. */
export class CreateReports1763700100000 implements MigrationInterface {
  name = 'CreateReports1763700100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of [LEARNED, RULES, REPORT, CHAIN, CONVERSATION, CLOCK, HISTORY, SAFEGUARDS]) {
      await queryRunner.query(step);
    }
    await queryRunner.query(outboxTables('reports'));
    await queryRunner.query(CONSUMER_TABLES);
    await queryRunner.query(
      'revoke update, delete on disposition, follow_up, history_entry, oversight_reading from reports_app',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table oversight_reading, idempotency, history_entry, clock, follow_up, disposition, report,
        rule_set, category, officer_post, agency, outbox, relay_cursor, consumer_cursor, inbox cascade;
      drop function wake_outbox_readers()
    `);
  }
}

const LEARNED = /* sql */ `
  create table agency (
    id uuid not null,
    code text not null,
    name text not null,
    kind text not null,
    parent_id uuid,
    path ltree not null,
    house_path ltree not null,
    time_zone text not null,
    is_active boolean not null,
    version integer not null,
    constraint agency_pk primary key (id),
    constraint agency_code_is_unique unique (code)
  );
  create index agency_by_path on agency using gist (path);
  comment on table agency is 'What the agencies subgraph told of the tree; kept by its events alone.';

  create table officer_post (
    id uuid not null,
    agency_id uuid not null,
    role text not null,
    can_sign_in boolean not null,
    version integer not null,
    constraint officer_post_pk primary key (id)
  );
  create index officer_post_by_agency on officer_post (agency_id, role) where can_sign_in;
  comment on table officer_post is 'Who serves where; tells whether an agency has someone who can receive a report.';
`;

const RULES = /* sql */ `
  create table category (
    id text not null,
    parent_id text,
    name text not null,
    valid_from date,
    valid_to date,
    is_retired boolean not null,
    constraint category_pk primary key (id),
    constraint category_parent_fk foreign key (parent_id) references category (id)
  );
  comment on table category is 'Topics on two levels; they come and go, so they are retired and never deleted.';

  create table rule_set (
    code text not null,
    legal_basis text not null,
    valid_from date not null,
    valid_to date,
    is_confirmed boolean not null,
    is_in_force boolean not null,
    content jsonb not null,
    constraint rule_set_pk primary key (code)
  );
  comment on table rule_set is 'What a regulation fixes as numbers; a report keeps the set in force when it came in.';
`;

const REPORT = /* sql */ `
  create table report (
    id uuid not null,
    tracking_id text not null,
    version integer not null,
    state text not null,
    requested_type text not null,
    type text,
    title text not null,
    body text not null,
    public_title text,
    public_body text,
    category_id text,
    incident_date date,
    place text,
    region_code text,
    channel text not null,
    is_anonymous boolean not null,
    is_secret boolean not null,
    owner_tag bytea,
    rule_set_code text not null,
    addressed_agency_id uuid,
    holder_agency_id uuid not null,
    handler_officer_id uuid,
    disposition_seq integer not null,
    return_count integer not null default 0,
    rejection_count integer not null default 0,
    is_binding boolean not null default false,
    rating integer,
    submitted_at timestamptz not null,
    dispatched_at timestamptz,
    received_at timestamptz not null,
    published_at timestamptz,
    first_follow_up_at timestamptz,
    responded_at timestamptz,
    closed_at timestamptz,
    close_reason text,
    archive_reason text,
    constraint report_pk primary key (id),
    constraint report_tracking_id_is_unique unique (tracking_id),
    constraint report_state_is_known check (${oneOf('state', REPORT_STATES)}),
    constraint report_type_is_known check (${oneOf('type', REPORT_TYPES)}),
    constraint report_requested_type_is_known check (${oneOf('requested_type', REQUESTED_TYPES)}),
    constraint report_channel_is_known check (${oneOf('channel', CHANNELS)}),
    constraint report_archive_reason_is_known check (${oneOf('archive_reason', OFFICER_ARCHIVE_REASONS)}),
    constraint report_is_verified_before_it_is_dispatched
      check (state in ('SUBMITTED', 'AWAITING_REPORTER', 'ARCHIVED', 'MERGED', 'WITHDRAWN')
             or (type is not null and category_id is not null and public_title is not null)),
    constraint report_is_published_only_when_not_secret check (published_at is null or not is_secret),
    constraint report_rating_is_1_to_5 check (rating between 1 and 5),
    constraint report_category_fk foreign key (category_id) references category (id),
    constraint report_rule_set_fk foreign key (rule_set_code) references rule_set (code),
    constraint report_holder_fk foreign key (holder_agency_id) references agency (id)
  );
  create index report_by_holder on report (holder_agency_id, submitted_at desc, id);
  create index report_by_publication on report (published_at desc, id) where published_at is not null;
  create index report_by_submission on report (submitted_at desc, id);
  comment on table report is
    'One submission and where it stands. Holds no id of a person: owner_tag = HMAC(secret of the account, report id).';
  comment on column report.received_at is 'When the present holder got it; the return window counts from here.';
`;

const CHAIN = /* sql */ `
  create table disposition (
    report_id uuid not null,
    seq integer not null,
    previous_seq integer generated always as (nullif(seq - 1, 0)) stored,
    act text not null,
    from_agency_id uuid,
    to_agency_id uuid not null,
    is_binding boolean not null default false,
    by_role text not null,
    by_agency_id uuid,
    reason text,
    note text,
    suggested_agency_id uuid,
    at timestamptz not null,
    constraint disposition_pk primary key (report_id, seq),
    constraint disposition_goes_somewhere unique (report_id, seq, to_agency_id),
    constraint disposition_report_fk foreign key (report_id) references report (id) deferrable initially deferred,
    constraint disposition_begins_where_the_last_ended
      foreign key (report_id, previous_seq, from_agency_id) references disposition (report_id, seq, to_agency_id),
    constraint disposition_first_has_no_origin check ((seq = 1) = (from_agency_id is null))
  );
  comment on table disposition is 'Every change of holder, an unbroken chain: each begins where the last one ended.';
  alter table report add constraint report_holder_is_the_last_of_the_chain
    foreign key (id, disposition_seq, holder_agency_id) references disposition (report_id, seq, to_agency_id)
    deferrable initially deferred;
`;

const CONVERSATION = /* sql */ `
  create table follow_up (
    id uuid not null,
    report_id uuid not null,
    version integer not null,
    kind text not null,
    body text not null,
    public_body text not null,
    outcome text,
    promised_date date,
    author_kind text not null,
    agency_id uuid,
    officer_id uuid,
    created_at timestamptz not null,
    constraint follow_up_pk primary key (id),
    constraint follow_up_is_one_act unique (report_id, version),
    constraint follow_up_report_fk foreign key (report_id) references report (id),
    constraint follow_up_kind_is_known check (kind in ('INTERIM', 'FINAL', 'REPLY')),
    constraint follow_up_outcome_is_known check (${oneOf('outcome', OUTCOMES)}),
    constraint follow_up_final_has_an_outcome check ((kind = 'FINAL') = (outcome is not null)),
    constraint follow_up_author_is_known check (author_kind in ('AGENCY', 'REPORTER', 'SYSTEM')),
    constraint follow_up_has_text check (body <> '')
  );
  comment on table follow_up is 'What the agency did and answered, and what the reporter replied, in order of version.';
`;

const CLOCK = /* sql */ `
  create table clock (
    report_id uuid not null,
    kind text not null,
    seq integer not null,
    started_at timestamptz not null,
    working_days integer,
    time_zone text not null,
    due_at timestamptz,
    ended_at timestamptz,
    breached_at timestamptz,
    constraint clock_pk primary key (report_id, kind, seq),
    constraint clock_report_fk foreign key (report_id) references report (id),
    constraint clock_ends_after_it_starts check (ended_at >= started_at),
    constraint clock_breach_is_at_the_due_instant check (breached_at is null or breached_at is not distinct from due_at)
  );
  create unique index clock_runs_once_per_kind on clock (report_id, kind) where ended_at is null;
  create index clock_due on clock (kind, due_at) where ended_at is null;
  comment on table clock is 'Deadlines of a report, several at once; due_at is the last instant of the last working day.';
`;

const HISTORY = /* sql */ `
  create table history_entry (
    report_id uuid not null,
    version integer not null,
    act text not null,
    from_state text,
    to_state text not null,
    by_role text not null,
    by_agency_id uuid,
    by_officer_id uuid,
    reason text,
    at timestamptz not null,
    constraint history_entry_pk primary key (report_id, version),
    constraint history_entry_report_fk foreign key (report_id) references report (id)
  );
  comment on table history_entry is 'Who did what, when and why; a reporter is a role here, never a person.';
`;

const SAFEGUARDS = /* sql */ `
  create table idempotency (
    scope bytea not null,
    request_hash bytea not null,
    report_id uuid not null,
    created_at timestamptz not null,
    constraint idempotency_pk primary key (scope)
  );
  comment on table idempotency is
    'Requests already carried out, 30 days. The scope is keyed with a secret of the sender: two rows of one person cannot be joined.';

  create table oversight_reading (
    id bigint generated always as identity,
    officer_id uuid not null,
    report_id uuid not null,
    at timestamptz not null,
    constraint oversight_reading_pk primary key (id),
    constraint oversight_reading_report_fk foreign key (report_id) references report (id)
  );
  comment on table oversight_reading is 'Each report that oversight has read; written before the data is handed out.';
`;
