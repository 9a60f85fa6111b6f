import type { DataSource } from 'typeorm';
import { AGENCY_COLUMNS, type AgencyRow } from './agency-row.js';

const FIND_AGENCIES = /* sql */ `
  select ${AGENCY_COLUMNS} from agency where id = any($1::uuid[]) or code = any($2::text[])
`;

/** The agencies with these ids and those with these codes, in no order, each once. */
export async function findAgencies(
  database: DataSource,
  ids: readonly string[],
  codes: readonly string[],
): Promise<readonly AgencyRow[]> {
  return database.query<AgencyRow[]>(FIND_AGENCIES, [ids, codes]);
}
