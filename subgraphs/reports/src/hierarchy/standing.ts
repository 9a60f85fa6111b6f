import { type ReportStanding, WAYS, WORKING_ROLES } from '@satu-pintu/authorization';
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
export interface Standing extends ReportStanding<Appointment> {
  readonly manager: PlacedAppointment | null;
  /** A post that reads all that is not secret: KSP, evaluator, analyst. */
  readonly observer: Appointment | null;
}

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
    coordinator: withRole(managers, WAYS.COORDINATOR.roles),
    monitor: admins.find((post) => monitors(post.place, holder)) ?? null,
    national: withRole(posts, WAYS.NATIONAL.roles),
    ombudsman: withRole(posts, WAYS.OMBUDSMAN.roles),
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

/** Whether a viewer has a part in what becomes of a report: its reporter, its office and those above, the Ombudsman. */
export function takesPart({ isReporter, atHolder, manager, national, ombudsman }: Standing): boolean {
  return isReporter || (atHolder ?? manager ?? national ?? ombudsman) !== null;
}

/** Whether somebody works at an agency or manages it, and so belongs to its house. */
export function belongsTo(
  posts: readonly PlacedAppointment[],
  agency: { readonly id: string } & AgencyPlace,
): boolean {
  const worksThere = posts.some((post) => post.agencyId === agency.id && WORKING_ROLES.includes(post.role));
  return worksThere || posts.some((post) => ADMIN_ROLES.includes(post.role) && manages(post.place, agency));
}

function withRole(posts: readonly PlacedAppointment[], roles: readonly OfficerRole[]): Appointment | null {
  return posts.find((post) => roles.includes(post.role)) ?? null;
}
