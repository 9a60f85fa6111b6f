import type { EntityManager } from 'typeorm';
import { ADD_DELTA } from './counters.js';

const ADVANCE = /* sql */ `
  with delta as (
    select holder_agency_id as agency_id, is_public, state, coalesce(type, '') as type, 0 as n, count(*) as overdue
      from report_fact
     where late_at >= (select late_until from counting) and late_at < $1
     group by 1, 2, 3, 4
  ), ${ADD_DELTA}
`;

/**
 * Moves the overdue counters on to `now`: reports whose time ran out since the last move become overdue without any
 * event. The counters must be locked. Says whether any number changed; time never moves back.
 */
export async function advanceLateness(tx: EntityManager, now: Date): Promise<boolean> {
  const changed = await tx.query<unknown[]>(ADVANCE, [now]);
  await tx.query('update counting set late_until = $1 where late_until < $1', [now]);
  return changed.length > 0;
}
