import type { AgencyDraft } from './agency-draft.js';
import { fullName, type GovernedRegion, isGoverned } from './governments.rules.js';
import type { RegionalOfficeFact } from './hierarchy-facts.js';
import type { Built } from './refused-row.js';
import type { RegionRow } from './regions.rules.js';

const SOURCE = 'regional-offices.csv';

/**
 * The offices of every self-governing region by the nationwide list of functions (Permendagri 90/2019): `32.73/1.02` is
 * `Dinas Kesehatan Kota Bandung`. Regions may name and combine theirs differently, so none counts as verified. The
 * administrative regencies and cities of Jakarta have none: the offices of the province serve them.
 */
export function buildRegionalOffices(
  facts: readonly RegionalOfficeFact[],
  regions: readonly RegionRow[],
): Built<AgencyDraft> {
  const isPattern = (fact: RegionalOfficeFact): boolean => fact.unit_name.includes('{');
  const offices = facts.filter((fact) => !isPattern(fact));
  const governed = regions.filter(isGoverned).filter((region) => region.isAutonomous);
  return {
    rows: governed.flatMap((region) =>
      offices.filter((office) => existsAt(office, region)).map((office) => describeOffice(office, region)),
    ),
    refused: facts
      .filter(isPattern)
      .map((fact) => ({ source: SOURCE, row: fact.code, reason: 'NAME_IS_A_PATTERN' })),
  };
}

function existsAt(office: RegionalOfficeFact, { level }: GovernedRegion): boolean {
  const applies = {
    PROVINCE: office.applies_province,
    REGENCY: office.applies_kabupaten,
    CITY: office.applies_kota,
  };
  return applies[level] === '1';
}

function describeOffice(office: RegionalOfficeFact, region: GovernedRegion): AgencyDraft {
  return {
    code: `${region.code}/${office.code}`,
    name: `${office.unit_name} ${fullName(region)}`,
    abbreviation: office.abbreviation === '' ? null : office.abbreviation,
    kind: 'UNIT',
    parentCode: region.code,
    tie: 'ADMINISTRATIVE',
    regionCode: region.code,
    timeZone: region.timeZone,
    validFrom: region.validFrom,
    validTo: null,
    successorCode: null,
    isVerified: false,
    source: SOURCE,
  };
}
