import type { DataSource } from 'typeorm';
import { AGENCY_COLUMNS, type AgencyCursor, type AgencyRow } from './agency-row.js';
import { agencySource, type AsOf, withDay } from './agency-source.js';

/** One wanted page of children. */
export interface ChildrenPage {
  readonly asOf: AsOf;
  readonly parentId: string;
  readonly limit: number;
  readonly after: AgencyCursor | null;
}

const listChildrenIn = (source: string): string => /* sql */ `
  select wanted.page, ${AGENCY_COLUMNS}
    from unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[])
      with ordinality as wanted (parent_id, rows, after_name, after_id, page)
   cross join lateral (
     select * from ${source}
      where agency.parent_id = wanted.parent_id
        and (wanted.after_name is null or (agency.name, agency.id) > (wanted.after_name, wanted.after_id))
      order by agency.name, agency.id
      limit wanted.rows
   ) as agency
   order by wanted.page, agency.name, agency.id
`;

/** Pages of children of many agencies at once, in the order asked; each row with the number of its page, from 1. */
export async function listChildren(
  database: DataSource,
  pages: readonly ChildrenPage[],
  asOf: AsOf,
): Promise<readonly (AgencyRow & { readonly page: string })[]> {
  const parameters = [
    pages.map((page) => page.parentId),
    pages.map((page) => page.limit),
    pages.map((page) => page.after?.name ?? null),
    pages.map((page) => page.after?.id ?? null),
  ];
  return database.query(listChildrenIn(agencySource(asOf, 5)), withDay(parameters, asOf));
}
