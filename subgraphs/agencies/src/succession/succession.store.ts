import { randomUUID } from 'node:crypto';
import { appendToOutbox, type Succession } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** Tells that one agency takes over the open reports of another one; each such word stands by itself. */
export async function declareSuccession(
  tx: EntityManager,
  { agencyId, successorId, reason }: Succession,
  now: Date,
): Promise<void> {
  const payload: Succession = { agencyId, successorId, reason };
  await appendToOutbox(tx, {
    type: 'succession.declared',
    aggregateId: randomUUID(),
    version: 1,
    at: now,
    payload,
  });
}
