import type { PlacedEvent, PostTakenUp } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';

/** What the consumer listens to. */
export const TAKEN_UP_EVENTS = ['post.taken-up'];

const LEARN = /* sql */ `update officer set is_taken_up = true where id = any($1::uuid[])`;

/** Learns which posts somebody holds by now: nobody else is invited to them. */
export async function learnPostsTakenUp(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
  await tx.query(LEARN, [events.map(({ payload }) => (payload as PostTakenUp).officerId)]);
}
