import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { Pool } from 'pg';
import { type EventRow, type PlacedEvent, type Position, toPlacedEvent } from './domain-event.js';
import { outboxChannel } from './tables.js';
import type { WakeUp } from './wake-up.js';
import { WorkerLoop } from './worker-loop.js';

const BATCH = 500;
const COLUMNS = 'tx, seq, id, type, aggregate_id, version, at, payload';

const READ_NEW = /* sql */ `
  select ${COLUMNS} from outbox
   where (tx, seq) > ($1::xid8, $2::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
   order by tx, seq
   limit ${String(BATCH)}
`;

const READ_MISSED = /* sql */ `
  select ${COLUMNS} from outbox
   where aggregate_id = $1 and (tx, seq) > ($2::xid8, $3::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
   order by tx, seq
   limit ${String(BATCH)}
`;

type Listener = (event: PlacedEvent) => void;

/** Follows an outbox live, one reader per process, and hands each event to those who wait for its aggregate. */
export class OutboxTail implements Closable {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly loop: WorkerLoop;
  private position: Position = { tx: 0n, seq: 0n };
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly schema: string,
    private readonly source: Pool,
    private readonly wakeUp: WakeUp,
    logger: Logger,
  ) {
    this.loop = new WorkerLoop(`tail of ${schema}`, () => this.readBatch(), logger);
  }

  async start(): Promise<void> {
    this.position = await this.horizon();
    this.stopListening = await this.wakeUp.on(outboxChannel(this.schema), () => this.loop.wake());
  }

  /** Hears of every later event of one aggregate; returns how to end it. */
  listen(aggregateId: string, listener: Listener): () => void {
    const waiting = this.listeners.get(aggregateId) ?? new Set();
    waiting.add(listener);
    this.listeners.set(aggregateId, waiting);
    return () => {
      waiting.delete(listener);
      if (waiting.size === 0) this.listeners.delete(aggregateId);
    };
  }

  /** What one aggregate told after a position, oldest first, at most 500. */
  async readMissed(aggregateId: string, after: Position): Promise<readonly PlacedEvent[]> {
    const { rows } = await this.source.query<EventRow>(READ_MISSED, [
      aggregateId,
      String(after.tx),
      String(after.seq),
    ]);
    return rows.map(toPlacedEvent);
  }

  async close(): Promise<void> {
    this.stopListening();
    await this.loop.close();
  }

  private async horizon(): Promise<Position> {
    const { rows } = await this.source.query<{ tx: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) as tx',
    );
    return { tx: BigInt(rows[0]?.tx ?? 0), seq: 0n };
  }

  private async readBatch(): Promise<boolean> {
    const { rows } = await this.source.query<EventRow>(READ_NEW, [
      String(this.position.tx),
      String(this.position.seq),
    ]);
    for (const event of rows.map(toPlacedEvent)) {
      this.position = event.position;
      for (const listener of this.listeners.get(event.aggregateId) ?? []) listener(event);
    }
    return rows.length === BATCH;
  }
}
