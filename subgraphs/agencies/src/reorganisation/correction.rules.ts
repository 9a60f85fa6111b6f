import { permit, type Post } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { AgencyNode } from '../hierarchy/agency-node.js';
import { readAbbreviation, readName } from './agency-wording.rules.js';
import { changeOf, type TreeChange } from './tree-change.js';

/** What is to be different; what is undefined stays. */
export interface Correction {
  readonly name?: string | undefined;
  readonly abbreviation?: string | null | undefined;
}

export type CorrectionRefusal =
  { readonly kind: 'AgencyNotFound' } | { readonly kind: 'NotAllowed' } | InvalidInput;

/** An agency is called otherwise from today; until yesterday it was called what it was called. */
export function decideCorrection(
  agency: AgencyNode | null,
  posts: readonly Post[],
  correction: Correction,
): Decision<TreeChange, CorrectionRefusal> {
  if (!agency) return refuse({ kind: 'AgencyNotFound' });
  if (!permit('UPDATE_AGENCY', posts, agency)) return refuse({ kind: 'NotAllowed' });
  const name = readName(correction.name ?? agency.name);
  if (!name.ok) return name;
  const { abbreviation: asked = agency.abbreviation } = correction;
  const abbreviation = readAbbreviation(asked);
  if (!abbreviation.ok) return abbreviation;
  // Whoever answers for the agency has looked at it now.
  return accept(
    changeOf({ ...agency, name: name.value, abbreviation: abbreviation.value, isVerified: true }),
  );
}
