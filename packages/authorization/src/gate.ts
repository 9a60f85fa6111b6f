import { OFFICER_ROLES, type OfficerRole } from '@satu-pintu/domain-kit';
import { type Action, POLICY, type Right } from './policy.js';
import { REPORT_RIGHTS, type ReportRight, type ReportRightName } from './report-rights.js';
import { type Way, WAYS } from './report-standing.js';

/** What a schema asks for by `@requiresScopes`: any post at all, or a post of a role. */
export type ScopeName = 'staff' | `role:${OfficerRole}`;

/** What a schema asks for by `@policy`: that somebody could hold a right of the tables, towards whatever it may be. */
export type PolicyName = `report:${ReportRightName}` | `agency:${Action}`;

/**
 * Who is let as far as the rules: anybody, or whoever holds a post of one of these roles. What the rules say in the end
 * depends on the report or agency at hand; a gate never does, and so tells nothing of it.
 */
export type Gate = 'ANYBODY' | readonly OfficerRole[];

const POLICIES: Readonly<Record<string, Gate>> = {
  ...Object.fromEntries(
    Object.entries<ReportRight>(REPORT_RIGHTS).map(([name, right]) => [`report:${name}`, gateOfRight(right)]),
  ),
  ...Object.fromEntries(
    Object.entries<Right>(POLICY).map(([name, right]) => [`agency:${name}`, rolesIn(right)]),
  ),
};

/** The gate of a scope; null for one that is not known. */
export function gateOfScope(name: string): Gate | null {
  if (name === 'staff') return OFFICER_ROLES;
  const role = OFFICER_ROLES.find((each) => name === `role:${each}`);
  return role === undefined ? null : [role];
}

/** The gate of a policy; null for one that is not known. */
export function gateOfPolicy(name: string): Gate | null {
  return Object.hasOwn(POLICIES, name) ? (POLICIES[name] ?? null) : null;
}

/** Is the gate open to somebody with posts of these roles? */
export function isOpenTo(gate: Gate, roles: readonly OfficerRole[]): boolean {
  return gate === 'ANYBODY' || gate.some((role) => roles.includes(role));
}

function gateOfRight({ by }: ReportRight): Gate {
  const open = new Set<OfficerRole>();
  for (const name of by) {
    const { roles }: Way = WAYS[name];
    if (roles === 'ANYBODY') return 'ANYBODY';
    for (const role of roles) open.add(role);
  }
  return OFFICER_ROLES.filter((role) => open.has(role));
}

function rolesIn(right: Right): Gate {
  return OFFICER_ROLES.filter((role) => right[role] !== undefined);
}
