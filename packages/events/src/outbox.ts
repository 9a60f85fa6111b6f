import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DomainEvent } from './domain-event.js';

/** An event about to be written; its id is given here unless the writer needs to know it earlier. */
export type NewEvent<Payload = unknown> = Omit<DomainEvent<Payload>, 'id'> & { readonly id?: string };

const APPEND = /* sql */ `
  insert into outbox (id, type, aggregate_id, version, at, payload)
  select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[], $5::timestamptz[], $6::jsonb[])
`;

/** Writes events beside the change they tell of, in its transaction: both stay or neither does. */
export async function appendToOutbox(tx: EntityManager, ...events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(APPEND, [
    events.map((event) => event.id ?? randomUUID()),
    events.map((event) => event.type),
    events.map((event) => event.aggregateId),
    events.map((event) => event.version),
    events.map((event) => event.at),
    events.map((event) => JSON.stringify(event.payload)),
  ]);
}
