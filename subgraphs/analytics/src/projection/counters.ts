import type { EntityManager } from 'typeorm';

/** Channel on which a commit tells that counters or published numbers have changed. */
export const COUNTS_CHANNEL = 'counts';

/**
 * Ends a statement that made `delta (agency_id, is_public, state, type, n, overdue)`: what changed for reports held by
 * an agency is added to its own counters and, along its path, to the totals of every agency above it and itself. Of an
 * agency that is not known yet only the own counters grow; the totals follow when it arrives.
 */
export const ADD_DELTA = /* sql */ `
  spread as (
    select agency_id, is_public, state, type, n as own, overdue as own_overdue, 0 as total, 0 as overdue from delta
    union all
    select label::uuid, is_public, state, type, 0, 0, n, overdue
      from delta
      join agency on agency.id = delta.agency_id,
           unnest(string_to_array(agency.path::text, '.')) as label
  )
  insert into report_count as counter (agency_id, is_public, state, type, own, own_overdue, total, overdue)
  select agency_id, is_public, state, type, sum(own), sum(own_overdue), sum(total), sum(overdue)
    from spread
   group by agency_id, is_public, state, type
  on conflict (agency_id, is_public, state, type) do update
     set own = counter.own + excluded.own,
         own_overdue = counter.own_overdue + excluded.own_overdue,
         total = counter.total + excluded.total,
         overdue = counter.overdue + excluded.overdue
  returning agency_id
`;

/** Takes the counters for this transaction. Folds, the clock and recounts wait for each other here. */
export async function lockCounters(tx: EntityManager): Promise<void> {
  await tx.query('select revision from counting for update');
}

/** Says that counters have changed; listeners hear it when the transaction commits. */
export async function announceCounters(tx: EntityManager): Promise<void> {
  await tx.query(`update counting set revision = revision + 1 returning pg_notify('${COUNTS_CHANNEL}', '')`);
}
