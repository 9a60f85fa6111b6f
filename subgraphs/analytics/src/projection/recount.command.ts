import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { ADD_DELTA, announceCounters, lockCounters } from './counters.js';

const COUNT_ALL = /* sql */ `
  with delta as (
    select holder_agency_id as agency_id, is_public, state, coalesce(type, '') as type,
           count(*) as n, count(*) filter (where late_at < late_until) as overdue
      from report_fact, counting
     group by 1, 2, 3, 4
  ), ${ADD_DELTA}
`;

/** Throws all counters away and counts the facts anew. Readers see the old numbers until it is done. */
export async function recount(database: DataSource): Promise<void> {
  await inTransaction(database, async (tx) => {
    await allowMinutes(tx);
    await lockCounters(tx);
    await tx.query('delete from report_count');
    await tx.query(COUNT_ALL);
    await announceCounters(tx);
  });
}

/** Millions of facts take longer to count than a request may take. */
async function allowMinutes(tx: EntityManager): Promise<void> {
  await tx.query("set local statement_timeout = '10min'; set local lock_timeout = '1min'");
}
