import type { RegionRow } from './find-regions.query.js';
import { Region } from './region.type.js';

/** Regions are public; every viewer sees the same. */
export function presentRegion(row: RegionRow): Region {
  return Object.assign(new Region(), {
    code: row.code,
    name: row.name,
    level: row.level,
    timeZone: row.time_zone,
    parentCode: row.parent_code,
  });
}
