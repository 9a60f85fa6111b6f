import type { AgencyKind } from '@satu-pintu/domain-kit';
import { type AgencyDraft, NATIONAL_DESK_CODE } from './agency-draft.js';
import type { RegionRow } from './regions.rules.js';

const SHORT_NAMES = { PROVINCE: 'Pemprov', REGENCY: 'Pemkab', CITY: 'Pemkot' } as const;

/** A region that can have a government: any but a district. */
export type GovernedRegion = RegionRow & { readonly level: keyof typeof SHORT_NAMES };

/**
 * One government per province, regency and city, under the region's own code. A regency or city is guided by its
 * province, not a part of it (UU 23/2014); only the administrative ones of Jakarta are parts (UU 2/2024).
 */
export function buildGovernments(regions: readonly RegionRow[]): readonly AgencyDraft[] {
  return regions.filter(isGoverned).map((region) => ({
    code: region.code,
    name: `Pemerintah ${fullName(region)}`,
    abbreviation: `${SHORT_NAMES[region.level]} ${region.name.replace(/^(?:Kabupaten|Kota) /, '')}`,
    kind: kindOf(region),
    parentCode: region.parentCode ?? NATIONAL_DESK_CODE,
    tie: region.isAutonomous ? 'SUPERVISORY' : 'ADMINISTRATIVE',
    regionCode: region.code,
    timeZone: region.timeZone,
    validFrom: region.validFrom,
    validTo: null,
    successorCode: null,
    isVerified: true,
    source: 'idn-area-data',
  }));
}

/** The region with its kind before its name: `Provinsi Jawa Barat`, `Kota Bandung`. */
export function fullName(region: RegionRow): string {
  return region.level === 'PROVINCE' ? `Provinsi ${region.name}` : region.name;
}

/** Has it a government? Districts are parts of their regency. */
export function isGoverned(region: RegionRow): region is GovernedRegion {
  return region.level !== 'DISTRICT';
}

function kindOf({ level, isAutonomous }: GovernedRegion): AgencyKind {
  if (level === 'PROVINCE' || isAutonomous) return level;
  return `ADMINISTRATIVE_${level}`;
}
