/** Channel that each commit of a schema's outbox wakes. */
export function outboxChannel(schema: string): string {
  return `outbox_${schema}`;
}

/** Channel that each arrival in the event log wakes. */
export const EVENT_LOG_CHANNEL = 'event_log';

/** DDL of an outbox, for a migration of the schema that owns it. Retention is 30 days, by partition or delete. */
export function outboxTables(schema: string): string {
  return /* sql */ `
    create table outbox (
      tx xid8 not null default pg_current_xact_id(),
      seq bigint generated always as identity,
      id uuid not null,
      type text not null,
      aggregate_id uuid not null,
      version integer not null,
      at timestamptz not null,
      payload jsonb not null,
      constraint outbox_pk primary key (tx, seq),
      constraint outbox_id_is_unique unique (id),
      constraint outbox_version_is_unique unique (aggregate_id, version)
    );
    create index outbox_by_aggregate on outbox (aggregate_id, tx, seq);
    comment on table outbox is 'Facts to tell the rest of the house; written in the transaction of the change.';
    create table relay_cursor (
      id boolean primary key default true check (id),
      tx xid8 not null default '0',
      seq bigint not null default 0
    );
    insert into relay_cursor default values;
    comment on table relay_cursor is 'How far the outbox has been copied into the event log.';
    ${wakeOnInsert('outbox', outboxChannel(schema))}
  `;
}

/** DDL of what a consumer keeps in its own schema. */
export const CONSUMER_TABLES = /* sql */ `
  create table consumer_cursor (
    consumer text primary key,
    tx xid8 not null default '0',
    seq bigint not null default 0
  );
  comment on table consumer_cursor is 'How far each consumer has read the event log.';
  create table inbox (
    consumer text not null,
    event_id uuid not null,
    received_at timestamptz not null default now(),
    constraint inbox_pk primary key (consumer, event_id)
  );
  comment on table inbox is 'Events already applied; a second delivery changes nothing.';
`;

/** DDL of the event log: append-only, each producer under its own name. */
export const EVENT_LOG_TABLES = /* sql */ `
  create table event (
    tx xid8 not null default pg_current_xact_id(),
    seq bigint generated always as identity,
    id uuid not null,
    producer text not null,
    type text not null,
    aggregate_id uuid not null,
    version integer not null,
    at timestamptz not null,
    payload jsonb not null,
    constraint event_pk primary key (tx, seq),
    constraint event_id_is_unique unique (id)
  );
  comment on table event is 'All facts of all subgraphs, in the order of their arrival. Append-only.';
  alter table event enable row level security, force row level security;
  create policy everyone_reads on event for select using (true);
  create policy each_writes_its_own on event for insert with check (current_user = producer || '_app');
  ${wakeOnInsert('event', EVENT_LOG_CHANNEL)}
`;

function wakeOnInsert(table: string, channel: string): string {
  return /* sql */ `
    create function wake_${table}_readers() returns trigger language plpgsql as $$
      begin perform pg_notify('${channel}', ''); return null; end $$;
    create trigger wake_readers after insert on ${table}
      for each statement execute function wake_${table}_readers();
  `;
}
