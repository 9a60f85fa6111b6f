import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** What is chained: an event and what it carries. */
export interface Chainable {
  readonly eventId: string;
  readonly entry: unknown;
}

/** An entry in its place. */
export interface Link extends Chainable {
  /** From 1, without gaps. */
  readonly position: number;
  /** SHA-256, 32 bytes. */
  readonly hash: Buffer;
}

/** Where a chain ends; who keeps it elsewhere can tell later whether the chain was exchanged. */
export type Head = Pick<Link, 'position' | 'hash'>;

/** Before the first entry. */
export const ORIGIN: Head = { position: 0, hash: Buffer.alloc(32) };

/** The next link: its hash covers the one before, the entry, the event that brought it, and its place. */
export function linkTo(head: Head, { eventId, entry }: Chainable): Link {
  const position = head.position + 1;
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(position));
  const hash = createHash('sha256')
    .update(head.hash)
    .update(canonicalJson({ entry, eventId }))
    .update(place)
    .digest();
  return { eventId, entry, position, hash };
}
