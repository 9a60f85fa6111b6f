import { isStorable } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import { AGENCY_COLUMNS, type AgencyCursor, type AgencyRow } from './agency-row.js';
import { agencySource, type AsOf, withDay } from './agency-source.js';
import { patternsOf } from './query-words.js';

/** What to list; null does not narrow. */
export interface AgencyListing {
  /** Words that must all occur in name, abbreviation or code. */
  readonly words: readonly string[];
  readonly kind: string | null;
  readonly regionCode: string | null;
  readonly parentId: string | null;
  readonly activeOnly: boolean;
  readonly asOf: AsOf;
}

const listAgenciesIn = (source: string): string => /* sql */ `
  select ${AGENCY_COLUMNS}
    from ${source}
   where lower(name || ' ' || coalesce(abbreviation, '') || ' ' || code) like $1
     and lower(name || ' ' || coalesce(abbreviation, '') || ' ' || code) like all ($2::text[])
     and ($3::text is null or kind = $3)
     and ($4::text is null or region_code = $4)
     and ($5::uuid is null or parent_id = $5)
     and (is_active or not $6)
     and ($7::text is null or (name, id) > ($7, $8::uuid))
   order by name, id
   limit $9
`;

/** Up to `limit` agencies by name, after a cursor. */
export async function listAgencies(
  database: DataSource,
  listing: AgencyListing,
  after: AgencyCursor | null,
  limit: number,
): Promise<readonly AgencyRow[]> {
  if (listing.regionCode !== null && !isStorable(listing.regionCode)) return [];
  const { longest, others } = patternsOf(listing.words);
  const parameters = [
    longest,
    others,
    listing.kind,
    listing.regionCode,
    listing.parentId,
    listing.activeOnly,
    after?.name ?? null,
    after?.id ?? null,
    limit,
  ];
  const { asOf } = listing;
  return database.query<AgencyRow[]>(listAgenciesIn(agencySource(asOf, 10)), withDay(parameters, asOf));
}
