import {
  ADMIN_ROLES,
  type AgencyPlace,
  type Appointment,
  manages,
  monitors,
  type OfficerRole,
} from '@satu-pintu/domain-kit';

/** An appointment together with the place of its agency. */
export interface PlacedAppointment extends Appointment {
  readonly place: AgencyPlace;
}

/** Where a viewer stands towards one report: everything that rules of authority and of sight may ask. */
export interface Standing {
  /** Proven by the account's secret or by the access code. */
  readonly isReporter: boolean;
  /** A post in the holding agency itself that works on reports. */
  readonly atHolder: Appointment | null;
  /** An admin post that manages the holder: there, or above it in the same house. */
  readonly manager: PlacedAppointment | null;
  /** An admin post that manages the holder from an agency above it. */
  readonly above: Appointment | null;
  /** A coordinator's post that manages the holder, there or from above. */
  readonly coordinator: Appointment | null;
  /** An admin post that only monitors the holder. */
  readonly monitor: Appointment | null;
  readonly national: Appointment | null;
  readonly ombudsman: Appointment | null;
  /** A post that reads all that is not secret: KSP, evaluator, analyst. */
  readonly observer: Appointment | null;
  /** Has archived this report in one of the own posts: after an appeal it is for another officer to judge. */
  readonly hasArchivedIt: boolean;
}

/** Roles that work on reports of their own agency. */
export const WORKING_ROLES: readonly OfficerRole[] = [...ADMIN_ROLES, 'LIAISON_OFFICER', 'INTAKE_OFFICER'];
const COORDINATORS: readonly OfficerRole[] = ['COORDINATOR_ADMIN', 'NATIONAL_ADMIN'];
const OBSERVERS: readonly OfficerRole[] = ['KSP_VIEWER', 'MOHA_EVALUATOR', 'ANALYST'];

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Derives the standing from the viewer's posts, the place of the agency that holds the report, and the officers who
 * have archived it before.
 */
export function standingOf(
  posts: readonly PlacedAppointment[],
  holder: { readonly id: string } & AgencyPlace,
  isReporter: boolean,
  archivers: ReadonlySet<string> = NOBODY,
): Standing {
  const admins = posts.filter((post) => ADMIN_ROLES.includes(post.role));
  const managers = admins.filter((post) => manages(post.place, holder));
  return {
    isReporter,
    atHolder: posts.find((post) => post.agencyId === holder.id && WORKING_ROLES.includes(post.role)) ?? null,
    manager: managers[0] ?? null,
    above: managers.find((post) => post.agencyId !== holder.id) ?? null,
    coordinator: withRole(managers, COORDINATORS),
    monitor: admins.find((post) => monitors(post.place, holder)) ?? null,
    national: withRole(posts, ['NATIONAL_ADMIN']),
    ombudsman: withRole(posts, ['OMBUDSMAN']),
    observer: withRole(posts, OBSERVERS),
    hasArchivedIt: posts.some((post) => archivers.has(post.officerId)),
  };
}

/**
 * The standing towards a merged report: what its own holder gives, and the sight of those who work on the case or watch
 * over it. To undo the merging is for those above its own holder, to whom it would go back.
 */
export function standingWithin(own: Standing, lead: Standing): Standing {
  return {
    ...own,
    atHolder: own.atHolder ?? lead.atHolder,
    monitor: own.monitor ?? lead.manager ?? lead.monitor,
  };
}

/** The post in which a viewer administers a report: at the national desk, or in the house of the holder. */
export function administratorOf(standing: Standing): Appointment | null {
  return standing.national ?? standing.manager;
}

/** Whether a viewer has a part in what becomes of a report: its reporter, its office and those above, the Ombudsman. */
export function takesPart({ isReporter, atHolder, manager, national, ombudsman }: Standing): boolean {
  return isReporter || (atHolder ?? manager ?? national ?? ombudsman) !== null;
}

/**
 * The post in which a viewer judges a dispatched report from outside the office that works on it: the national desk, a
 * coordinator of the house, or an administrator above the holder. The holder's own administrator is party to it.
 */
export function overseerOf(standing: Standing): Appointment | null {
  return standing.national ?? standing.coordinator ?? standing.above;
}

/** The admin post in which somebody manages an agency: there, or above it in the same house. */
export function managerOver(posts: readonly PlacedAppointment[], agency: AgencyPlace): Appointment | null {
  return posts.find((post) => ADMIN_ROLES.includes(post.role) && manages(post.place, agency)) ?? null;
}

/** Whether somebody works at an agency or manages it, and so belongs to its house. */
export function belongsTo(
  posts: readonly PlacedAppointment[],
  agency: { readonly id: string } & AgencyPlace,
): boolean {
  const worksThere = posts.some((post) => post.agencyId === agency.id && WORKING_ROLES.includes(post.role));
  return worksThere || managerOver(posts, agency) !== null;
}

function withRole(posts: readonly PlacedAppointment[], roles: readonly OfficerRole[]): Appointment | null {
  return posts.find((post) => roles.includes(post.role)) ?? null;
}
