import { ADMIN_ROLES, type OfficerRole } from '@satu-pintu/domain-kit';

/** Where somebody stands towards one report, with the post that makes it so; null where they do not. */
export interface ReportStanding<Held extends { readonly role: OfficerRole }> {
  /** Proven by the account's secret or by the access code. */
  readonly isReporter: boolean;
  /** A post in the holding agency itself that works on reports. */
  readonly atHolder: Held | null;
  /** An admin post that manages the holder: there, or above it in the same house. */
  readonly manager: Held | null;
  /** An admin post that manages the holder from an agency above it. */
  readonly above: Held | null;
  /** A coordinator's post that manages the holder, there or from above. */
  readonly coordinator: Held | null;
  /** An admin post that only monitors the holder. */
  readonly monitor: Held | null;
  readonly national: Held | null;
  readonly ombudsman: Held | null;
  /** Has archived this report in one of the own posts: after an appeal it is for another officer to judge. */
  readonly hasArchivedIt: boolean;
}

/** A way of standing towards a report in which something may be done to it. */
export interface Way {
  /** Roles whose posts can stand so; anybody, where no post is needed. */
  readonly roles: readonly OfficerRole[] | 'ANYBODY';
  /** In words, for whoever reads the table. */
  readonly meaning: string;
}

/** Roles that work on reports of their own agency. */
export const WORKING_ROLES: readonly OfficerRole[] = [...ADMIN_ROLES, 'LIAISON_OFFICER', 'INTAKE_OFFICER'];

/** Those of them that act on a report and answer it (pejabat penghubung and those above in the same agency). */
export const HANDLING_ROLES: readonly OfficerRole[] = WORKING_ROLES.filter(
  (role) => role !== 'INTAKE_OFFICER',
);

/** Coordinators of a house, the national desk among them. */
export const COORDINATING_ROLES: readonly OfficerRole[] = ['COORDINATOR_ADMIN', 'NATIONAL_ADMIN'];

/** The ways in which somebody stands towards a report, and in which posts. */
export const WAYS = {
  REPORTER: { roles: 'ANYBODY', meaning: 'who filed it, proven by account or access code' },
  STAFF: { roles: WORKING_ROLES, meaning: 'a post in the holding agency that works on reports' },
  HANDLER: { roles: HANDLING_ROLES, meaning: 'a post in the holding agency that answers reports' },
  MANAGER: { roles: ADMIN_ROLES, meaning: 'an admin of the holding agency, or above it in the same house' },
  ABOVE: { roles: ADMIN_ROLES, meaning: 'an admin above the holding agency in the same house' },
  COORDINATOR: { roles: COORDINATING_ROLES, meaning: 'a coordinator of the house of the holding agency' },
  MONITOR: { roles: ADMIN_ROLES, meaning: 'an admin above the holding agency by either tie' },
  NATIONAL: { roles: ['NATIONAL_ADMIN'], meaning: 'the national desk' },
  OMBUDSMAN: { roles: ['OMBUDSMAN'], meaning: 'the Ombudsman' },
} satisfies Readonly<Record<string, Way>>;

export type WayName = keyof typeof WAYS;

/** A way that is a post; the reporter needs none. */
export type OfficeWay = Exclude<WayName, 'REPORTER'>;

/** The post in which somebody stands in a way; null where they do not. */
export function postIn<Held extends { readonly role: OfficerRole }>(
  way: OfficeWay,
  standing: ReportStanding<Held>,
): Held | null {
  switch (way) {
    case 'STAFF':
      return standing.atHolder;
    case 'HANDLER':
      return standing.atHolder && HANDLING_ROLES.includes(standing.atHolder.role) ? standing.atHolder : null;
    case 'MANAGER':
      return standing.manager;
    case 'ABOVE':
      return standing.above;
    case 'COORDINATOR':
      return standing.coordinator;
    case 'MONITOR':
      return standing.monitor;
    case 'NATIONAL':
      return standing.national;
    case 'OMBUDSMAN':
      return standing.ombudsman;
  }
}
