import type { HierarchyFacts, PlaceFact, RegionFact } from './hierarchy-facts.js';
import type { Built, RefusalReason, RefusedRow } from './refused-row.js';

export const REGION_LEVELS = ['PROVINCE', 'REGENCY', 'CITY', 'DISTRICT'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** A region as it is stored, and whether it governs itself. */
export interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parentCode: string | null;
  readonly timeZone: string;
  readonly isAutonomous: boolean;
  /** First day of its existence; null when before 2019. */
  readonly validFrom: string | null;
}

const TIME_ZONES: Readonly<Record<string, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

/** Provinces, then regencies and cities, then districts, each under an accepted parent and in its time zone. */
export function buildRegions(facts: HierarchyFacts): Built<RegionRow> {
  const rows = new Map<string, RegionRow>();
  const refused: RefusedRow[] = [];
  const factOf = new Map(facts.regionFacts.map((fact) => [fact.code, fact]));
  for (const place of [...facts.provinces, ...facts.regencies, ...facts.districts]) {
    const outcome = judgePlace(place, rows, factOf.get(place.code));
    if (typeof outcome === 'string')
      refused.push({ source: 'idn-area-data', row: place.code, reason: outcome });
    else rows.set(place.code, outcome);
  }
  for (const { code } of facts.regionFacts.filter((fact) => !rows.has(fact.code))) {
    refused.push({ source: 'region-facts.csv', row: code, reason: 'PARENT_UNKNOWN' });
  }
  return { rows: [...rows.values()], refused };
}

function judgePlace(
  place: PlaceFact,
  known: ReadonlyMap<string, RegionRow>,
  fact: RegionFact | undefined,
): RegionRow | RefusalReason {
  if (place.code === '' || place.name === '') return 'NAME_MISSING';
  if (known.has(place.code)) return 'CODE_TAKEN';
  const parent = place.parentCode === null ? null : known.get(place.parentCode);
  if (parent === undefined) return 'PARENT_UNKNOWN';
  const level = levelOf(place.name, parent);
  if (level === null) return 'LEVEL_UNKNOWN';
  const timeZone = level === 'DISTRICT' ? parent?.timeZone : TIME_ZONES[fact?.timezone ?? ''];
  if (timeZone === undefined) return 'TIME_ZONE_UNKNOWN';
  const validFrom = fact === undefined || fact.valid_from === '' ? null : fact.valid_from;
  return { ...place, level, timeZone, isAutonomous: fact?.autonomous === '1', validFrom };
}

function levelOf(name: string, parent: RegionRow | null): RegionLevel | null {
  if (parent === null) return 'PROVINCE';
  if (parent.level !== 'PROVINCE') return 'DISTRICT';
  if (name.startsWith('Kabupaten ')) return 'REGENCY';
  return name.startsWith('Kota ') ? 'CITY' : null;
}
