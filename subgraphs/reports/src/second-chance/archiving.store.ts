import type { EntityManager } from 'typeorm';

/* The system archives too, when a reporter did not answer in time; then nobody's agency is named. */
const ARCHIVED_BY = /* sql */ `
  select by_agency_id as id from history_entry
   where report_id = $1 and to_state = 'ARCHIVED'
   order by version desc limit 1
`;

/** The agency whose officer archived the report last; null where no officer did. */
export async function findArchivingAgency(tx: EntityManager, reportId: string): Promise<string | null> {
  const [archived] = await tx.query<{ id: string | null }[]>(ARCHIVED_BY, [reportId]);
  return archived?.id ?? null;
}
