import type { DataSource } from 'typeorm';
import { AGENCY_COLUMNS, type AgencyRow } from './agency-row.js';
import { agencySource, type AsOf, withDay } from './agency-source.js';

const findAgenciesIn = (source: string): string => /* sql */ `
  select ${AGENCY_COLUMNS} from ${source} where id = any($1::uuid[]) or code = any($2::text[])
`;

/** The agencies with these ids and those with these codes, in no order, each once; as they were on a day. */
export async function findAgencies(
  database: DataSource,
  ids: readonly string[],
  codes: readonly string[],
  asOf: AsOf,
): Promise<readonly AgencyRow[]> {
  return database.query<AgencyRow[]>(findAgenciesIn(agencySource(asOf, 3)), withDay([ids, codes], asOf));
}
