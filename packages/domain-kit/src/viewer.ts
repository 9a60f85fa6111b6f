import type { OfficerRole } from './officer-role.js';

/** One post that the viewer holds now. */
export interface Appointment {
  readonly officerId: string;
  readonly agencyId: string;
  readonly role: OfficerRole;
}

/** Language of the texts that the viewer reads; Indonesian unless the request asks for English. */
export type Locale = 'id' | 'en';

/**
 * Who asks, as one subgraph is told by the gateway. Each audience learns only what it needs: `accountId`
 * and `sessionId` reach users alone, `reporterKey` and `reporterSeal` reach reports alone.
 */
export interface Viewer {
  readonly isSignedIn: boolean;
  /** Differs per session and never names the account; binds sealed handles to this viewer. */
  readonly tag: string;
  readonly appointments: readonly Appointment[];
  readonly locale: Locale;
  /** The account; for users only, null elsewhere and for a visitor. */
  readonly accountId: string | null;
  /** The session; for users only. */
  readonly sessionId: string | null;
  /** Secret of the account that proves "this report is mine" without a stored link; for reports only. */
  readonly reporterKey: string | null;
  /** The account id sealed for the vault, fresh for every request; reports passes it on unread. */
  readonly reporterSeal: string | null;
}

/** A visitor who has not signed in. */
export function publicViewer(locale: Locale = 'id'): Viewer {
  return {
    isSignedIn: false,
    tag: 'public',
    appointments: [],
    locale,
    accountId: null,
    sessionId: null,
    reporterKey: null,
    reporterSeal: null,
  };
}

/** The viewer's appointments in one of the roles. */
export function appointmentsAs(viewer: Viewer, ...roles: readonly OfficerRole[]): readonly Appointment[] {
  return viewer.appointments.filter((appointment) => roles.includes(appointment.role));
}
