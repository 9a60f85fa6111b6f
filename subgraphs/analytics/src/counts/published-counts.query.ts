import type { DataSource } from 'typeorm';
import { NOTHING_TO_COUNT, type PublishedCounts } from '../open-data/published-counts.js';
import type { CountsView } from './counts-view.js';

const READ = /* sql */ `
  select agency.id as agency_id, counting.published_at, published_count.counts
    from agency
   cross join counting
    left join published_count on published_count.agency_id = agency.id
   where agency.id = any($1::uuid[])
`;

interface PublishedRow {
  readonly agency_id: string;
  readonly published_at: Date;
  readonly counts: PublishedCounts | null;
}

/** Public numbers of many agencies, in one statement; agencies that the projection does not know are left out. */
export async function readPublishedCounts(
  database: DataSource,
  agencyIds: readonly string[],
): Promise<ReadonlyMap<string, CountsView>> {
  const rows = await database.query<PublishedRow[]>(READ, [agencyIds]);
  return new Map(
    rows.map((row) => [
      row.agency_id,
      {
        kind: 'published',
        agencyId: row.agency_id,
        asOf: row.published_at,
        counts: row.counts ?? NOTHING_TO_COUNT,
      },
    ]),
  );
}
