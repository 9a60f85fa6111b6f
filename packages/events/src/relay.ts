import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { Pool } from 'pg';
import type { EventRow } from './domain-event.js';
import { outboxChannel } from './tables.js';
import type { WakeUp } from './wake-up.js';
import { WorkerLoop } from './worker-loop.js';

const BATCH = 1_000;

/*
 * Rows of a transaction become visible when it commits, which may be later than those of a younger one. Reading only
 * what lies behind the oldest transaction still running misses none of them.
 */
const CLAIM = /* sql */ `
  select outbox.tx, outbox.seq, outbox.id, outbox.type, outbox.aggregate_id, outbox.version, outbox.at, outbox.payload
    from outbox, (select tx, seq from relay_cursor for update skip locked) as done
   where (outbox.tx, outbox.seq) > (done.tx, done.seq)
     and outbox.tx < pg_snapshot_xmin(pg_current_snapshot())
   order by outbox.tx, outbox.seq
   limit ${String(BATCH)}
`;

const STORE = /* sql */ `
  insert into event_log.event (producer, id, type, aggregate_id, version, at, payload)
  select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::int[], $6::timestamptz[], $7::jsonb[])
  on conflict (id) do nothing
`;

/** What a relay needs: its own schema to read from, the log to write to. */
export interface RelayOptions {
  /** Schema whose outbox is copied; also the producer's name in the log. */
  readonly producer: string;
  readonly source: Pool;
  readonly log: Pool;
  readonly wakeUp: WakeUp;
  readonly logger: Logger;
}

/**
 * Copies an outbox into the event log, at least once and in order; the log drops what it already has. Any number of
 * relays may run: the cursor row admits one at a time.
 */
export async function startRelay(options: RelayOptions): Promise<Closable> {
  const loop = new WorkerLoop(`relay ${options.producer}`, () => relayBatch(options), options.logger);
  const stopListening = await options.wakeUp.on(outboxChannel(options.producer), () => loop.wake());
  loop.wake();
  return {
    async close() {
      stopListening();
      await loop.close();
    },
  };
}

async function relayBatch({ producer, source, log }: RelayOptions): Promise<boolean> {
  const client = await source.connect();
  // A server that goes away ends the query, and tells the client as well; unheard, that would end the process.
  client.on('error', heard);
  try {
    await client.query('begin');
    const { rows } = await client.query<EventRow>(CLAIM);
    const last = rows.at(-1);
    if (last) {
      await store(log, producer, rows);
      await client.query('update relay_cursor set tx = $1, seq = $2', [last.tx, last.seq]);
    }
    await client.query('commit');
    client.release();
    return rows.length === BATCH;
  } catch (error) {
    // Whatever state the connection is in: its end is a rollback.
    client.release(true);
    throw error;
  } finally {
    client.off('error', heard);
  }
}

/** The failed query tells the same, and is reported. */
function heard(): void {
  return undefined;
}

async function store(log: Pool, producer: string, rows: readonly EventRow[]): Promise<void> {
  await log.query(STORE, [
    producer,
    rows.map((row) => row.id),
    rows.map((row) => row.type),
    rows.map((row) => row.aggregate_id),
    rows.map((row) => row.version),
    rows.map((row) => row.at),
    rows.map((row) => JSON.stringify(row.payload)),
  ]);
}
