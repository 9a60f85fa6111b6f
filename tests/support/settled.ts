import type { Database } from './database.js';
import { eventually } from './eventually.js';

/** Facts that have not reached the event log yet, and consumers that have not read it to its end. */
const OUTSTANDING = /* sql */ `
  with last as (
    select tx, seq from event_log.event order by tx desc, seq desc limit 1
  ), fact as (
    select id from agencies.outbox union all select id from reports.outbox union all select id from users.outbox
  ), consumer as (
    select tx, seq from users.consumer_cursor
    union all select tx, seq from reports.consumer_cursor
    union all select tx, seq from analytics.consumer_cursor
    union all select tx, seq from agencies.consumer_cursor
  )
  select (select count(*) from fact where not exists (select from event_log.event where event.id = fact.id))
       + (select count(*) from consumer, last where (consumer.tx, consumer.seq) < (last.tx, last.seq))
`;

/** Resolves when every event has been told, and heard by everybody who listens; throws when that takes too long. */
export async function untilSettled(database: Database, patienceMs = 10_000): Promise<void> {
  await eventually(async () => {
    const outstanding = await database.count(OUTSTANDING);
    if (outstanding > 0) throw new Error(`${outstanding} events or consumers are behind.`);
  }, patienceMs);
}
