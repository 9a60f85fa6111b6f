import {
  type AgencyPlace,
  appointmentsAs,
  monitors,
  type OfficerRole,
  type Viewer,
} from '@satu-pintu/domain-kit';

/** Roles that watch over the whole country, wherever their own agency stands. */
const NATIONWIDE: readonly OfficerRole[] = ['NATIONAL_ADMIN', 'OMBUDSMAN', 'KSP_VIEWER'];

/** An integrator builds interfaces for an agency; of the reports it learns no more than the public. */
const WITHOUT_REACH: readonly OfficerRole[] = ['INTEGRATOR'];

/** Does the viewer see live numbers of every agency? */
export function watchesTheCountry(viewer: Viewer): boolean {
  return appointmentsAs(viewer, ...NATIONWIDE).length > 0;
}

/** Agencies from which the viewer looks down the tree. */
export function agenciesOfReach(viewer: Viewer): readonly string[] {
  return viewer.appointments
    .filter((appointment) => !WITHOUT_REACH.includes(appointment.role))
    .map((appointment) => appointment.agencyId);
}

/** May someone who looks down from these places see the asked agency's live numbers? As far as they may list its reports. */
export function reaches(from: readonly AgencyPlace[], asked: AgencyPlace): boolean {
  return from.some((place) => monitors(place, asked));
}
