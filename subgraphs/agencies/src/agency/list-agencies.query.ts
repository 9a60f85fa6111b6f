import type { DataSource } from 'typeorm';
import { AGENCY_COLUMNS, type AgencyCursor, type AgencyRow } from './agency-row.js';

/** What to list; null does not narrow. */
export interface AgencyListing {
  /** Words that must all occur in name, abbreviation or code. */
  readonly words: readonly string[];
  readonly kind: string | null;
  readonly regionCode: string | null;
  readonly parentId: string | null;
  readonly activeOnly: boolean;
}

const LIST_AGENCIES = /* sql */ `
  select ${AGENCY_COLUMNS}
    from agency
   where lower(name || ' ' || coalesce(abbreviation, '') || ' ' || code) like all ($1::text[])
     and ($2::text is null or kind = $2)
     and ($3::text is null or region_code = $3)
     and ($4::uuid is null or parent_id = $4)
     and (is_active or not $5)
     and ($6::text is null or (name, id) > ($6, $7::uuid))
   order by name, id
   limit $8
`;

/** Up to `limit` agencies by name, after a cursor; words are found through the trigram index. */
export async function listAgencies(
  database: DataSource,
  listing: AgencyListing,
  after: AgencyCursor | null,
  limit: number,
): Promise<readonly AgencyRow[]> {
  return database.query<AgencyRow[]>(LIST_AGENCIES, [
    listing.words.map(containing),
    listing.kind,
    listing.regionCode,
    listing.parentId,
    listing.activeOnly,
    after?.name ?? null,
    after?.id ?? null,
    limit,
  ]);
}

function containing(word: string): string {
  return `%${word.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
}
