import { type Gate, isOpenTo } from '@satu-pintu/authorization';
import type { OfficerRole } from '@satu-pintu/domain-kit';

/** One directive of a schema: whoever passes all gates of one of these lists. */
export interface Demand {
  readonly anyOf: readonly (readonly Gate[])[];
  /** The names in it: `report:VERIFY`, `staff & role:OMBUDSMAN | role:KSP_VIEWER`. */
  readonly names: string;
}

/** What a field or type asks of whoever wants it: all of this. */
export interface Requirement {
  readonly account: boolean;
  readonly demands: readonly Demand[];
}

/** Who asks, as far as a requirement can depend on it; never on anything that they ask about. */
export interface Claimant {
  readonly isSignedIn: boolean;
  readonly roles: readonly OfficerRole[];
}

export const NOTHING: Requirement = { account: false, demands: [] };

/** Both requirements at once. */
export function both(one: Requirement, other: Requirement): Requirement {
  return { account: one.account || other.account, demands: [...one.demands, ...other.demands] };
}

/** Is there nothing in it that could refuse somebody? */
export function isOpenToAll({ account, demands }: Requirement): boolean {
  const isOpen = ({ anyOf }: Demand): boolean => anyOf.some((all) => all.every((gate) => gate === 'ANYBODY'));
  return !account && demands.every(isOpen);
}

/** What somebody lacks: an account, or what no post of theirs could give. */
export type Lacking =
  { readonly code: 'UNAUTHENTICATED' } | { readonly code: 'FORBIDDEN'; readonly missing: string };

/** Why somebody does not meet a requirement; null when they do. An empty list of alternatives is met by nobody. */
export function refusalOf(
  { account, demands }: Requirement,
  { isSignedIn, roles }: Claimant,
): Lacking | null {
  if (account && !isSignedIn) return { code: 'UNAUTHENTICATED' };
  const passes = ({ anyOf }: Demand): boolean =>
    anyOf.some((all) => all.every((gate) => isOpenTo(gate, roles)));
  const failed = demands.find((demand) => !passes(demand));
  return failed ? { code: 'FORBIDDEN', missing: failed.names } : null;
}
