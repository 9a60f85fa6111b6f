import type { AgencyNode } from './agency-node.js';
import type { RegionFact } from './hierarchy-facts.js';

/** What an agency was until a day. */
export interface FormerAgency extends Pick<
  AgencyNode,
  'code' | 'name' | 'abbreviation' | 'parentId' | 'tie'
> {
  readonly agencyId: string;
  /** Last day on which it was so, inclusive. */
  readonly validUntil: string;
}

/**
 * The regencies that lay in another province before theirs was founded (the laws of 2022 on Papua), with their offices,
 * under the codes that they had then.
 */
export function formerRegions(
  facts: readonly RegionFact[],
  agencies: readonly AgencyNode[],
): readonly FormerAgency[] {
  const foundedOn = new Map(facts.map((fact) => [fact.code, fact.valid_from]));
  const idOf = new Map(agencies.map((agency) => [agency.code, agency.id]));
  const inRegion = Map.groupBy(agencies, (agency) => agency.regionCode ?? '');
  return facts.filter(hasMoved).flatMap((fact) => {
    const founded = foundedOn.get(provinceOf(fact.code)) ?? '';
    const formerProvince = idOf.get(fact.province_code_2019);
    if (founded === '' || formerProvince === undefined) return [];
    const own = (inRegion.get(fact.code) ?? []).filter((agency) => isOf(agency, fact.code));
    return own.map(({ id, code, name, abbreviation, parentId, tie }) => ({
      agencyId: id,
      validUntil: dayBefore(founded),
      code: code.replace(fact.code, fact.code_2019),
      name,
      abbreviation,
      parentId: code === fact.code ? formerProvince : parentId,
      tie,
    }));
  });
}

function hasMoved({ code, code_2019, province_code_2019: province }: RegionFact): boolean {
  return code !== province && code_2019 !== '' && provinceOf(code) !== province;
}

/** The government of the region, or an office of it; not an office of a ministry there. */
function isOf({ code }: AgencyNode, region: string): boolean {
  return code === region || code.startsWith(`${region}/`);
}

function provinceOf(code: string): string {
  return code.slice(0, 2);
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
