import { type Closable, inTransaction, type Logger } from '@satu-pintu/service-kit';
import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { type EventRow, type PlacedEvent, toPlacedEvent } from './domain-event.js';
import { EVENT_LOG_CHANNEL } from './tables.js';
import type { WakeUp } from './wake-up.js';
import { WorkerLoop } from './worker-loop.js';

const BATCH = 1_000;

const READ = /* sql */ `
  select tx, seq, id, type, aggregate_id, version, at, payload
    from event_log.event
   where (tx, seq) > ($1::xid8, $2::bigint)
     and tx < pg_snapshot_xmin(pg_current_snapshot())
   order by tx, seq
   limit ${String(BATCH)}
`;

const REMEMBER = /* sql */ `
  insert into inbox (consumer, event_id) select $1, unnest($2::uuid[])
  on conflict do nothing
  returning event_id
`;

/** What a consumer is: its name, what it listens to, and what it does with it. */
export interface ConsumerOptions {
  /** Unique and stable: its cursor and inbox are kept under it. */
  readonly name: string;
  /** Event types it wants: `report.submitted`, or `report.*` for all that tell of a report. */
  readonly types: readonly string[];
  readonly log: Pool;
  readonly database: DataSource;
  readonly wakeUp: WakeUp;
  readonly logger: Logger;
  /** Applies new events, in the transaction that also moves the cursor. Events come in order, each once. */
  handle(events: readonly PlacedEvent[], tx: EntityManager): Promise<void>;
}

/** Reads the log from where it stopped and applies each event exactly once, also when two of it run or it is killed. */
export async function startConsumer(options: ConsumerOptions): Promise<Closable> {
  await options.database.query('insert into consumer_cursor (consumer) values ($1) on conflict do nothing', [
    options.name,
  ]);
  const loop = new WorkerLoop(`consumer ${options.name}`, () => consumeBatch(options), options.logger);
  const stopListening = await options.wakeUp.on(EVENT_LOG_CHANNEL, () => loop.wake());
  loop.wake();
  return {
    async close() {
      stopListening();
      await loop.close();
    },
  };
}

/** One batch; says whether the log may hold more. */
export async function consumeBatch(options: ConsumerOptions): Promise<boolean> {
  return inTransaction(options.database, async (tx) => {
    const [cursor] = await tx.query<{ tx: string; seq: string }[]>(
      'select tx, seq from consumer_cursor where consumer = $1 for update skip locked',
      [options.name],
    );
    if (!cursor) return false;
    const { rows } = await options.log.query<EventRow>(READ, [cursor.tx, cursor.seq]);
    const last = rows.at(-1);
    if (!last) return false;
    await applyNew(tx, options, rows);
    await tx.query('update consumer_cursor set tx = $2, seq = $3 where consumer = $1', [
      options.name,
      last.tx,
      last.seq,
    ]);
    return rows.length === BATCH;
  });
}

async function applyNew(
  tx: EntityManager,
  options: ConsumerOptions,
  rows: readonly EventRow[],
): Promise<void> {
  const wanted = rows.filter((row) => isWanted(row.type, options.types));
  if (wanted.length === 0) return;
  const remembered = await tx.query<{ event_id: string }[]>(REMEMBER, [
    options.name,
    wanted.map((row) => row.id),
  ]);
  const isNew = new Set(remembered.map((row) => row.event_id));
  const events = wanted.filter((row) => isNew.has(row.id)).map(toPlacedEvent);
  if (events.length > 0) await options.handle(events, tx);
}

function isWanted(type: string, wanted: readonly string[]): boolean {
  return wanted.includes(type) || wanted.includes(`${type.slice(0, type.indexOf('.'))}.*`);
}
