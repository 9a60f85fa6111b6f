import { isStorable } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import type { RegionLevel } from '../hierarchy/regions.rules.js';

/** A region as the statements below return it. */
export interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parent_code: string | null;
  readonly time_zone: string;
}

const FIND_REGIONS = /* sql */ `
  select code, name, level, parent_code, time_zone from region where code = any($1::text[])
`;

const LIST_REGIONS = /* sql */ `
  select code, name, level, parent_code, time_zone
    from region
   where parent_code is not distinct from $1
   order by name, code
`;

/** The regions with these codes, in no order. */
export async function findRegions(
  database: DataSource,
  codes: readonly string[],
): Promise<readonly RegionRow[]> {
  return database.query<RegionRow[]>(FIND_REGIONS, [codes.filter(isStorable)]);
}

/** The regions in a region by name; the provinces when it is null. */
export async function listRegions(
  database: DataSource,
  parentCode: string | null,
): Promise<readonly RegionRow[]> {
  if (parentCode !== null && !isStorable(parentCode)) return [];
  return database.query<RegionRow[]>(LIST_REGIONS, [parentCode]);
}
