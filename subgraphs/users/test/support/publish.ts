import { randomUUID } from 'node:crypto';
import type { PlacedEvent } from '@satu-pintu/events';
import type { TestDatabase } from '@satu-pintu/test-kit';
import pg from 'pg';

/** A fact of another subgraph. */
export interface ForeignEvent {
  readonly type: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly payload: object;
}

const PUBLISH = `insert into event_log.event (producer, id, type, aggregate_id, version, at, payload)
  values ($1, $2, $3, $4, $5, now(), $6)`;

/** Writes to the event log as the subgraph whose fact it is. */
export async function publish(
  database: TestDatabase,
  producer: 'agencies' | 'reports',
  ...events: readonly ForeignEvent[]
): Promise<void> {
  const client = new pg.Client({ connectionString: database.appUrl(producer) });
  await client.connect();
  try {
    for (const { type, aggregateId, version, payload } of events) {
      await client.query(PUBLISH, [
        producer,
        randomUUID(),
        type,
        aggregateId,
        version,
        JSON.stringify(payload),
      ]);
    }
  } finally {
    await client.end();
  }
}

/** The same fact as a consumer's handler meets it. */
export function delivered({ type, aggregateId, version, payload }: ForeignEvent): PlacedEvent {
  const position = { tx: 1n, seq: BigInt(version) };
  return { id: randomUUID(), type, aggregateId, version, at: new Date(), payload, position };
}

/** Waits until something holds, for events need a moment. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 8_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
