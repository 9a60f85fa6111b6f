import { type Gate, isOpenTo } from '@satu-pintu/authorization';
import type { OfficerRole } from '@satu-pintu/domain-kit';

/** One directive of a schema: whoever passes all gates of one of these lists. */
export type AnyOf = readonly (readonly Gate[])[];

/** What a field or type asks of whoever wants it: all of this. */
export interface Requirement {
  readonly account: boolean;
  readonly gates: readonly AnyOf[];
}

/** Who asks, as far as a requirement can depend on it; never on anything that they ask about. */
export interface Claimant {
  readonly isSignedIn: boolean;
  readonly roles: readonly OfficerRole[];
}

export const NOTHING: Requirement = { account: false, gates: [] };

/** Both requirements at once. */
export function both(one: Requirement, other: Requirement): Requirement {
  return { account: one.account || other.account, gates: [...one.gates, ...other.gates] };
}

/** Is there nothing in it that could refuse somebody? */
export function isOpenToAll({ account, gates }: Requirement): boolean {
  const isOpen = (anyOf: AnyOf): boolean => anyOf.some((all) => all.every((gate) => gate === 'ANYBODY'));
  return !account && gates.every(isOpen);
}

/** Why somebody does not meet a requirement; null when they do. An empty list of alternatives is met by nobody. */
export function refusalOf(
  { account, gates }: Requirement,
  { isSignedIn, roles }: Claimant,
): 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  if (account && !isSignedIn) return 'UNAUTHENTICATED';
  const passes = (anyOf: AnyOf): boolean => anyOf.some((all) => all.every((gate) => isOpenTo(gate, roles)));
  return gates.every(passes) ? null : 'FORBIDDEN';
}
