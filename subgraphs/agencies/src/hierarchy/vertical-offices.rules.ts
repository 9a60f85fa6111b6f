import type { AgencyDraft } from './agency-draft.js';
import { isGoverned } from './governments.rules.js';
import type { VerticalUnitFact } from './hierarchy-facts.js';
import type { Built, RefusalReason, RefusedRow } from './refused-row.js';
import type { RegionRow } from './regions.rules.js';

const SOURCE = 'vertical-units.csv';

/**
 * Institutions known to keep one office in practically every regency and city. Others (police, prosecutors, land,
 * electricity) often join two regencies under one office or divide one; a row for each would invent offices.
 */
const ONE_OFFICE_PER_REGENCY: ReadonlySet<string> = new Set(['KEMENAG']);

/**
 * Offices that an institution keeps in the regions: `KEMENAG/W32` serves West Java, `KEMENAG/W32.73` below it Bandung.
 * They belong to the institution, not to the region, and exist as long as it does.
 */
export function buildVerticalOffices(
  facts: readonly VerticalUnitFact[],
  institutions: readonly AgencyDraft[],
  regions: readonly RegionRow[],
): Built<AgencyDraft> {
  const institutionOf = new Map(institutions.map((institution) => [institution.code, institution]));
  const rows: AgencyDraft[] = [];
  const refused: RefusedRow[] = [];
  for (const fact of facts) {
    const institution = institutionOf.get(fact.institution_id);
    const reason = institution ? reasonAgainst(fact) : 'PARENT_UNKNOWN';
    if (institution && reason === null) {
      for (const region of regionsOf(fact, regions)) rows.push(describeOffice(fact, institution, region));
    } else if (reason !== null) {
      refused.push({ source: SOURCE, row: `${fact.institution_id}: ${fact.unit_name_pattern}`, reason });
    }
  }
  const codes = new Set(rows.map((row) => row.code));
  return { rows: rows.map((row) => underExistingParent(row, codes)), refused };
}

function reasonAgainst(fact: VerticalUnitFact): RefusalReason | null {
  if (fact.per === 'terpilih') return 'PLACES_NOT_LISTED';
  const placeholder = /\{(\w+)\}/.exec(fact.unit_name_pattern)?.[1];
  if (placeholder !== fact.per) return 'PLACEHOLDER_UNKNOWN';
  return fact.per === 'kabkota' && !ONE_OFFICE_PER_REGENCY.has(fact.institution_id)
    ? 'AREAS_NOT_KNOWN'
    : null;
}

function regionsOf(fact: VerticalUnitFact, regions: readonly RegionRow[]): readonly RegionRow[] {
  return regions
    .filter(isGoverned)
    .filter(({ level }) => (level === 'PROVINCE') === (fact.per === 'provinsi'));
}

function describeOffice(fact: VerticalUnitFact, institution: AgencyDraft, region: RegionRow): AgencyDraft {
  return {
    ...institution,
    code: codeOf(institution.code, region.code),
    name: fact.unit_name_pattern.replace(/\{\w+\}/, region.name),
    abbreviation: null,
    kind: 'UNIT',
    parentCode: region.parentCode === null ? institution.code : codeOf(institution.code, region.parentCode),
    tie: 'ADMINISTRATIVE',
    regionCode: region.code,
    timeZone: region.timeZone,
    successorCode: null,
    isVerified: fact.verified === '1',
    source: SOURCE,
  };
}

/** The W (wilayah) keeps the codes of offices apart from the numbers of units. */
function codeOf(institutionCode: string, regionCode: string): string {
  return `${institutionCode}/W${regionCode}`;
}

/** An institution without offices in the provinces keeps those in the regencies directly below itself. */
function underExistingParent(row: AgencyDraft, codes: ReadonlySet<string>): AgencyDraft {
  if (row.parentCode === null || codes.has(row.parentCode)) return row;
  return { ...row, parentCode: row.code.slice(0, row.code.indexOf('/')) };
}
