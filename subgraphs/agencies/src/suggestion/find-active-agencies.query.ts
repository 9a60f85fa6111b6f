import type { DataSource } from 'typeorm';
import { AGENCY_COLUMNS, type AgencyRow } from '../agency/agency-row.js';

const FIND_ACTIVE_AGENCIES = /* sql */ `
  select ${AGENCY_COLUMNS} from agency where is_active and code = any($1::text[])
`;

/** Those of the agencies with these codes that exist today, by code. */
export async function findActiveAgencies(
  database: DataSource,
  codes: readonly string[],
): Promise<ReadonlyMap<string, AgencyRow>> {
  const rows = await database.query<AgencyRow[]>(FIND_ACTIVE_AGENCIES, [codes]);
  return new Map(rows.map((row) => [row.code, row]));
}
