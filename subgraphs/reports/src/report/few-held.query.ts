import type { EntityManager } from 'typeorm';
import { FEW } from '../search/few-matches.query.js';
import type { Kind } from './report-kind.js';

/*
 * From the side of the agencies, a look into an index of each: how the reports of a province differ from those of the
 * country, statistics do not tell, and in the order of the list "none" is known after the last report of the country.
 * The inner limit keeps the planner from going about it otherwise.
 */
const FIND = /* sql */ `
  select held.id
    from unnest($1::uuid[]) as agency (id)
   cross join lateral (
     select id from report
      where holder_agency_id = agency.id
        and ($2::text[] is null or state = any($2))
        and ($3::text[] is null or type = any($3))
        and ($4::text is null or region_code = $4 or region_code like $4 || '.%')
        and ($5::text is null or category_id = $5 or category_id like $5 || '.%')
        and ($6::text[] is null or channel = any($6))
      limit ${FEW + 1}
   ) as held
   limit ${FEW + 1}
`;

/**
 * The reports of a kind that these agencies hold, whoever may see them, where these are few; null where they are many,
 * or where no more than a state is asked for.
 */
export async function findFewHeld(
  tx: EntityManager,
  agencyIds: readonly string[],
  { states, types, channels, regionCode, categoryId }: Kind,
): Promise<readonly string[] | null> {
  if (types === null && channels === null && regionCode === null && categoryId === null) return null;
  const asked = [agencyIds, states, types, regionCode, categoryId, channels];
  const rows = await tx.query<{ id: string }[]>(FIND, asked);
  return rows.length > FEW ? null : rows.map(({ id }) => id);
}
