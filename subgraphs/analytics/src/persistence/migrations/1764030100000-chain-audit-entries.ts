import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChainAuditEntries1764030100000 implements MigrationInterface {
  name = 'ChainAuditEntries1764030100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(INDEXES);
    await queryRunner.query(NEVER_CHANGED);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_concern, audit_entry; drop function refuse_to_change_audit()');
  }
}

/* Columns beside the entry are what lists look for; whoever verifies the chain compares them with it. */
const TABLES = /* sql */ `
  create table audit_entry (
    position bigint not null constraint audit_entry_pk primary key
      constraint audit_positions_begin_with_one check (position > 0),
    event_id uuid not null constraint audit_entry_is_chained_once unique,
    entry jsonb not null,
    hash bytea not null constraint audit_hash_is_sha256 check (octet_length(hash) = 32),
    at timestamptz not null,
    action text not null,
    outcome text not null,
    subject_id uuid,
    officer_id uuid,
    is_private boolean not null
  );
  comment on table audit_entry is 'Who did what, each entry chained to the one before it. Append-only.';

  create table audit_concern (
    agency_id uuid not null,
    at timestamptz not null,
    event_id uuid not null constraint audit_concern_of_an_entry references audit_entry (event_id),
    constraint audit_concern_pk primary key (agency_id, at, event_id)
  );
  comment on table audit_concern is 'Agencies whose administrators may know of an entry. Append-only.';
`;

const INDEXES = /* sql */ `
  create index audit_entry_by_time on audit_entry (at desc, event_id desc) where not is_private;
  create index audit_entry_by_subject on audit_entry (subject_id, at desc, event_id desc)
    where not is_private and subject_id is not null;
  create index audit_entry_by_officer on audit_entry (officer_id, at desc, event_id desc)
    where not is_private and officer_id is not null;
  create index audit_entry_by_action on audit_entry (action, at desc, event_id desc) where not is_private;
  create index audit_concern_by_entry on audit_concern (event_id);
`;

/* The service may add and read. The triggers hold for the owner of the tables as well. */
const NEVER_CHANGED = /* sql */ `
  revoke update, delete, truncate on audit_entry, audit_concern from analytics_app;
  create function refuse_to_change_audit() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
    end $$;
  create trigger audit_entry_is_never_changed before update or delete or truncate on audit_entry
    for each statement execute function refuse_to_change_audit();
  create trigger audit_concern_is_never_changed before update or delete or truncate on audit_concern
    for each statement execute function refuse_to_change_audit();
`;
