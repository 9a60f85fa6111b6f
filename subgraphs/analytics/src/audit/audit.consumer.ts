import { AUDIT_EVENT, type AuditEntry } from '@satu-pintu/audit';
import { type ConsumerOptions, startConsumer } from '@satu-pintu/events';
import type { Closable } from '@satu-pintu/service-kit';
import { appendToChain } from './audit-chain.store.js';

/** Its cursor says how much of the log has been chained. */
export const AUDIT_CONSUMER = 'analytics.audit';

/**
 * Chains what all subgraphs have recorded, in the order of the log. The cursor's row lets one process do so at a time,
 * and so there is one order; what writes the entries waits for nobody.
 */
export function startAuditConsumer(
  place: Omit<ConsumerOptions, 'name' | 'types' | 'handle'>,
): Promise<Closable> {
  return startConsumer({
    ...place,
    name: AUDIT_CONSUMER,
    types: [AUDIT_EVENT],
    handle: (events, tx) =>
      appendToChain(
        tx,
        events.map(({ id, payload }) => ({ eventId: id, entry: payload as AuditEntry })),
      ),
  });
}
