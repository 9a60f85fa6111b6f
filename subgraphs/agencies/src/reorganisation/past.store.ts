import type { EntityManager } from 'typeorm';
import type { AgencyNode } from '../hierarchy/agency-node.js';

/**
 * Of several changes on one day the first one counts: what it found is what stood the day before. An agency that did
 * not exist the day before has no past.
 */
const REMEMBER_PAST = /* sql */ `
  insert into agency_past (agency_id, valid_until, code, name, abbreviation, parent_id, tie)
  select agency.id, $2::date - 1, agency.code, agency.name, agency.abbreviation, agency.parent_id, agency.tie
    from jsonb_to_recordset($1::jsonb)
      as change (id uuid, code text, name text, abbreviation text, "parentId" uuid, tie text)
    join agency on agency.id = change.id
   where (agency.code, agency.name, agency.abbreviation, agency.parent_id, agency.tie)
      is distinct from (change.code, change.name, change.abbreviation, change."parentId", change.tie)
     and (agency.valid_from is null or agency.valid_from < $2::date)
  on conflict (agency_id, valid_until) do nothing
`;

/** Writes down what the agencies are until today, before they are saved as something else. */
export async function rememberPast(
  tx: EntityManager,
  changed: readonly AgencyNode[],
  today: string,
): Promise<void> {
  await tx.query(REMEMBER_PAST, [JSON.stringify(changed), today]);
}
