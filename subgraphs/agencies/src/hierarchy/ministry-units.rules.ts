import type { AgencyDraft } from './agency-draft.js';
import type { MinistryUnitFact } from './hierarchy-facts.js';
import type { Built, RefusedRow } from './refused-row.js';

const SOURCE = 'ministry-units.csv';

/**
 * Units directly below an institution: `KEMENKES/01` is its first in the file, so a new unit is added after the others.
 * They exist as long as their institution, and carry its short name, since many ministries have a `Sekretariat Jenderal`.
 */
export function buildMinistryUnits(
  facts: readonly MinistryUnitFact[],
  institutions: readonly AgencyDraft[],
): Built<AgencyDraft> {
  const institutionOf = new Map(institutions.map((institution) => [institution.code, institution]));
  const counted = new Map<string, number>();
  const rows: AgencyDraft[] = [];
  const refused: RefusedRow[] = [];
  for (const fact of facts) {
    const number = (counted.get(fact.institution_id) ?? 0) + 1;
    counted.set(fact.institution_id, number);
    const institution = institutionOf.get(fact.institution_id);
    if (institution && fact.level !== 'kantor') rows.push(describeUnit(fact, institution, number));
    else {
      const row = `${fact.institution_id}: ${fact.unit_name}`;
      refused.push({ source: SOURCE, row, reason: institution ? 'CLASS_OF_OFFICES' : 'PARENT_UNKNOWN' });
    }
  }
  return { rows, refused };
}

function describeUnit(fact: MinistryUnitFact, institution: AgencyDraft, number: number): AgencyDraft {
  return {
    ...institution,
    code: `${institution.code}/${String(number).padStart(2, '0')}`,
    name: `${fact.unit_name} ${institution.abbreviation ?? institution.name}`,
    abbreviation: null,
    kind: 'UNIT',
    parentCode: institution.code,
    tie: 'ADMINISTRATIVE',
    successorCode: null,
    isVerified: fact.verified === '1',
    source: SOURCE,
  };
}
