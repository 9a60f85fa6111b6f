/**
 * A fact that left a subgraph. `version` counts the events of one aggregate from 1 without gaps, so a consumer that
 * keeps the highest version it has seen is right whatever the order of delivery: payloads are whole snapshots.
 */
export interface DomainEvent<Payload = unknown> {
  readonly id: string;
  /** Noun + past participle: `report.submitted`. */
  readonly type: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly at: Date;
  /** Ids, codes and instants; never a text that a person wrote, never an identity in the clear. */
  readonly payload: Payload;
}

/** Place of a row in an outbox or in the log: the transaction that wrote it, then the order within. */
export interface Position {
  readonly tx: bigint;
  readonly seq: bigint;
}

/** Before everything. */
export const BEGINNING: Position = { tx: 0n, seq: 0n };

/** Does `position` come after `other`? */
export function isAfter(position: Position, other: Position): boolean {
  return position.tx > other.tx || (position.tx === other.tx && position.seq > other.seq);
}

/** An event with its place. */
export interface PlacedEvent extends DomainEvent {
  readonly position: Position;
}

/** Columns of an outbox or log row, as `pg` returns them. */
export interface EventRow {
  readonly tx: string;
  readonly seq: string;
  readonly id: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly at: Date;
  readonly payload: unknown;
}

/** Row to event. */
export function toPlacedEvent(row: EventRow): PlacedEvent {
  return {
    id: row.id,
    type: row.type,
    aggregateId: row.aggregate_id,
    version: row.version,
    at: row.at,
    payload: row.payload,
    position: { tx: BigInt(row.tx), seq: BigInt(row.seq) },
  };
}
