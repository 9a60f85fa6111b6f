import type { AgencyPlace } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';

const READ_PLACES = 'select id, path::text, house_path::text from agency where id = any($1::uuid[])';

const READ_ROOT = 'select id from agency where parent_id is null order by code limit 1';

/** Where agencies stand in the tree; those that the projection does not know are left out. */
export async function readPlaces(
  database: DataSource,
  agencyIds: readonly string[],
): Promise<ReadonlyMap<string, AgencyPlace>> {
  const rows = await database.query<{ id: string; path: string; house_path: string }[]>(READ_PLACES, [
    agencyIds,
  ]);
  return new Map(rows.map((row) => [row.id, { path: row.path, housePath: row.house_path }]));
}

/** The agency whose numbers are those of the whole country; null until the tree has arrived. */
export async function readRoot(database: DataSource): Promise<string | null> {
  const [row] = await database.query<{ id: string }[]>(READ_ROOT);
  return row?.id ?? null;
}
