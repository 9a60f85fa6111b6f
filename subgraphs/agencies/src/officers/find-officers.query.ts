import type { DataSource } from 'typeorm';
import { OFFICER_COLUMNS, type OfficerCursor, type OfficerRow } from './officer-row.js';

const FIND_OFFICERS = /* sql */ `
  select ${OFFICER_COLUMNS}
    from officer join agency on agency.id = officer.agency_id
   where officer.id = any($1::uuid[])
`;

/** The officers with these ids, in no order. */
export async function findOfficers(
  database: DataSource,
  ids: readonly string[],
): Promise<readonly OfficerRow[]> {
  return database.query<OfficerRow[]>(FIND_OFFICERS, [ids]);
}

/** One wanted page of the officers of an agency. */
export interface OfficersPage {
  readonly agencyId: string;
  readonly limit: number;
  readonly after: OfficerCursor | null;
}

const LIST_OFFICERS = /* sql */ `
  select wanted.page, ${OFFICER_COLUMNS}
    from unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[])
      with ordinality as wanted (agency_id, rows, after_name, after_id, page)
    join agency on agency.id = wanted.agency_id
   cross join lateral (
     select * from officer
      where officer.agency_id = wanted.agency_id
        and officer.is_active
        and (wanted.after_name is null or (officer.name, officer.id) > (wanted.after_name, wanted.after_id))
      order by officer.name, officer.id
      limit wanted.rows
   ) as officer
   order by wanted.page, officer.name, officer.id
`;

/** Pages of the present officers of many agencies at once; each row with the number of its page, from 1. */
export async function listOfficers(
  database: DataSource,
  pages: readonly OfficersPage[],
): Promise<readonly (OfficerRow & { readonly page: string })[]> {
  return database.query(LIST_OFFICERS, [
    pages.map((page) => page.agencyId),
    pages.map((page) => page.limit),
    pages.map((page) => page.after?.name ?? null),
    pages.map((page) => page.after?.id ?? null),
  ]);
}
