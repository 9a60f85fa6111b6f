import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { findRegions, type RegionRow } from './find-regions.query.js';

export type RegionLoader = DataLoader<string, RegionRow | null>;

/** Regions by code, one statement for all that one request asks for at a time. */
export function createRegionLoader(database: DataSource): RegionLoader {
  return new DataLoader(async (codes) => {
    const rows = await findRegions(database, codes);
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => byCode.get(code) ?? null);
  });
}
