import { type AgencyDraft, NATIONAL_DESK } from './agency-draft.js';
import { buildGovernments } from './governments.rules.js';
import type { AgencyNode } from './agency-node.js';
import { growTree } from './grow-tree.rules.js';
import type { HierarchyFacts } from './hierarchy-facts.js';
import { buildInstitutions } from './institutions.rules.js';
import { buildMinistryUnits } from './ministry-units.rules.js';
import type { RefusedRow } from './refused-row.js';
import { buildRegionalOffices } from './regional-offices.rules.js';
import { buildRegions, type RegionRow } from './regions.rules.js';
import { buildVerticalOffices } from './vertical-offices.rules.js';

/** Everything that the facts amount to on one day. */
export interface Hierarchy {
  readonly regions: readonly RegionRow[];
  /** Parents before their children. */
  readonly agencies: readonly AgencyNode[];
  readonly refused: readonly RefusedRow[];
}

/**
 * The one tree: the national desk, below it ministries, state agencies and enterprises with their units and offices in
 * the regions, and provinces with their offices, regencies and cities; those again with theirs.
 *
 * @param kept agencies that officers have registered or changed: they stand as they are, whatever the facts say
 */
export function buildHierarchy(
  facts: HierarchyFacts,
  today: string,
  kept: readonly AgencyDraft[] = [],
): Hierarchy {
  const keptCodes = new Set(kept.map((agency) => agency.code));
  const regions = buildRegions(facts);
  const institutions = buildInstitutions(facts.institutions);
  const units = buildMinistryUnits(facts.ministryUnits, institutions.rows);
  const regionalOffices = buildRegionalOffices(facts.regionalOffices, regions.rows);
  const verticalOffices = buildVerticalOffices(facts.verticalUnits, institutions.rows, regions.rows);
  const told = [
    NATIONAL_DESK,
    ...institutions.rows,
    ...units.rows,
    ...verticalOffices.rows,
    ...buildGovernments(regions.rows),
    ...regionalOffices.rows,
  ].filter((agency) => !keptCodes.has(agency.code));
  const tree = growTree([...told, ...kept], today);
  return {
    regions: regions.rows,
    agencies: tree.rows,
    refused: [regions, institutions, units, regionalOffices, verticalOffices, tree].flatMap(
      (part) => part.refused,
    ),
  };
}
