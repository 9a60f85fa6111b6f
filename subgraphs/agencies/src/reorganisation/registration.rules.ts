import { permit, type Post } from '@satu-pintu/authorization';
import {
  accept,
  type AgencyKind,
  type Decision,
  type InvalidInput,
  placeUnder,
  refuse,
  stableId,
  type Tie,
} from '@satu-pintu/domain-kit';
import type { AgencyNode } from '../hierarchy/agency-node.js';
import { readAbbreviation, readCode, readName } from './agency-wording.rules.js';
import { changeOf, type TreeChange } from './tree-change.js';

/** An agency as an officer describes it, and what the tables say of that. */
export interface Registration {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: AgencyKind;
  readonly tie: Tie;
  readonly regionCode: string | null;
  /** The region that is named; null when none is named or there is no such region. */
  readonly region: { readonly code: string; readonly timeZone: string } | null;
  readonly isCodeTaken: boolean;
}

export type RegistrationRefusal =
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'AgencyCodeTaken' }
  | InvalidInput;

/**
 * A coordinator registers units in the own house. What governs itself, or is more than a unit, draws the border of a
 * house, and that is for the national desk.
 */
export function decideRegistration(
  parent: AgencyNode | null,
  posts: readonly Post[],
  registration: Registration,
  today: string,
): Decision<TreeChange, RegistrationRefusal> {
  if (!parent) return refuse({ kind: 'AgencyNotFound' });
  if (!permit('REGISTER_AGENCY', posts, parent)) return refuse({ kind: 'NotAllowed' });
  const isHouse = registration.tie === 'SUPERVISORY' || registration.kind !== 'UNIT';
  if (isHouse && !permit('CHANGE_TIE', posts, parent)) return refuse({ kind: 'NotAllowed' });
  if (registration.kind === 'NATIONAL_DESK') return invalid('kind');

  const code = readCode(registration.code);
  if (!code.ok) return code;
  if (registration.isCodeTaken) return refuse({ kind: 'AgencyCodeTaken' });
  const name = readName(registration.name);
  if (!name.ok) return name;
  const abbreviation = readAbbreviation(registration.abbreviation);
  if (!abbreviation.ok) return abbreviation;
  if (registration.regionCode !== null && !registration.region) return invalid('regionCode');

  const id = stableId('agency', code.value);
  return accept(
    changeOf({
      ...placeUnder(id, parent, registration.tie),
      id,
      code: code.value,
      name: name.value,
      abbreviation: abbreviation.value,
      kind: registration.kind,
      parentId: parent.id,
      tie: registration.tie,
      regionCode: registration.region?.code ?? parent.regionCode,
      timeZone: registration.region?.timeZone ?? parent.timeZone,
      isActive: true,
      hasEnded: false,
      validFrom: today,
      validTo: null,
      successorId: null,
      isVerified: true,
    }),
  );
}

function invalid(field: string): Decision<never, InvalidInput> {
  return refuse({ kind: 'InvalidInput', field, reason: 'UNKNOWN' });
}
