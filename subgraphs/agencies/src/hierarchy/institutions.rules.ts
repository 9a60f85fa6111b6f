import type { AgencyKind } from '@satu-pintu/domain-kit';
import { type AgencyDraft, NATIONAL_DESK_CODE, NATIONAL_TIME_ZONE } from './agency-draft.js';
import type { InstitutionFact } from './hierarchy-facts.js';
import type { Built, RefusalReason, RefusedRow } from './refused-row.js';
import { SUCCESSORS } from './successors.js';
import { readValidity } from './validity.rules.js';

const SOURCE = 'institutions.csv';

const KINDS: Readonly<Record<string, AgencyKind>> = {
  kemenko: 'MINISTRY',
  kementerian: 'MINISTRY',
  bumn: 'STATE_ENTERPRISE',
  lembaga_negara: 'STATE_AGENCY',
  penegak: 'STATE_AGENCY',
  setingkat_kementerian: 'STATE_AGENCY',
  lpnk: 'STATE_AGENCY',
  lns: 'STATE_AGENCY',
  otorita: 'STATE_AGENCY',
  lpp: 'STATE_AGENCY',
  bhp: 'STATE_AGENCY',
};

/** Ministries of past and present cabinets, state agencies and state enterprises, each guided by the national desk. */
export function buildInstitutions(facts: readonly InstitutionFact[]): Built<AgencyDraft> {
  const rows: AgencyDraft[] = [];
  const refused: RefusedRow[] = [];
  for (const fact of facts) {
    const outcome = judgeInstitution(fact);
    if (typeof outcome === 'string') refused.push({ source: SOURCE, row: fact.id, reason: outcome });
    else rows.push(outcome);
  }
  return { rows, refused };
}

function judgeInstitution(fact: InstitutionFact): AgencyDraft | RefusalReason {
  const kind = KINDS[fact.kind];
  if (kind === undefined) return 'KIND_UNKNOWN';
  const validity = readValidity(fact.valid_from, fact.valid_to);
  if (!validity.ok) return validity.refusal;
  return {
    code: fact.id,
    name: fact.name,
    abbreviation: fact.abbreviation === '' ? null : fact.abbreviation,
    kind,
    parentCode: NATIONAL_DESK_CODE,
    tie: 'SUPERVISORY',
    regionCode: null,
    timeZone: NATIONAL_TIME_ZONE,
    ...validity.value,
    successorCode: SUCCESSORS[fact.id] ?? null,
    isVerified: true,
    source: SOURCE,
  };
}
