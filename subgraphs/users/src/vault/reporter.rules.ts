import type { Appointment, OfficerRole, Viewer } from '@satu-pintu/domain-kit';

/** Roles that may ever be shown a reporter's name; for which report is decided where the handle is sealed. */
const ROLES_THAT_MEET_REPORTERS: readonly OfficerRole[] = [
  'NATIONAL_ADMIN',
  'COORDINATOR_ADMIN',
  'AGENCY_ADMIN',
  'LIAISON_OFFICER',
  'INTAKE_OFFICER',
  'OMBUDSMAN',
];

/** What a handle says once it is opened: this report's reporter, for this viewer, until then. */
export interface HandleClaims {
  readonly reportId: string;
  /** Tag of the viewer to whom it was given. */
  readonly tag: string;
  /** Epoch milliseconds. */
  readonly exp: number;
  /** The viewer's own account filed it; known here before the vault has learnt of it. */
  readonly isOwn: boolean;
}

/** What a handle says to this viewer, or null when it is not this viewer's, has run out, or was never sealed. */
export function readHandle(claims: HandleClaims | null, viewer: Viewer, now: Date): HandleClaims | null {
  if (claims === null || !viewer.isSignedIn) return null;
  const isGiven = claims.tag === viewer.tag && claims.exp > now.getTime();
  return isGiven ? claims : null;
}

/** The post in which a viewer meets reporters, for the receipt; null when the viewer has none and so gets no name. */
export function receiptAppointment(viewer: Viewer): Appointment | null {
  return viewer.appointments.find(({ role }) => ROLES_THAT_MEET_REPORTERS.includes(role)) ?? null;
}
