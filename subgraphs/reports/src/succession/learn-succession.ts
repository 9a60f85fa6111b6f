import type { PlacedEvent, Succession } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

const LEARN = /* sql */ `
  insert into succession (agency_id, successor_id, reason) values ($1, $2, $3)
  on conflict (agency_id) do update set successor_id = excluded.successor_id, reason = excluded.reason
`;

/** Learns who takes over from whom; of several words about one agency the last counts. */
export async function learnSuccessions(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  for (const { payload } of events) {
    const { agencyId, successorId, reason } = payload as Succession;
    await tx.query(LEARN, [agencyId, successorId, reason]);
  }
}
