import { createHash } from 'node:crypto';
import { type OfficerRole, publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import { agencyId } from './small-tree.js';

/** A signed-in citizen as reports meets one: a secret, and no account id. */
export function citizen(name: string): Viewer {
  const reporterKey = createHash('sha256').update(name).digest('base64url');
  return {
    ...publicViewer(),
    isSignedIn: true,
    tag: `tag-${name}`,
    reporterKey,
    reporterSeal: `sealed-${name}`,
  };
}

/** An officer with one post. */
export function officer(role: OfficerRole, code: string): Viewer {
  const name = `${role}@${code}`;
  const post = { officerId: stableId('officer', name), agencyId: agencyId(code), role };
  return { ...citizen(name), appointments: [post] };
}

export const stranger = publicViewer();
export const warga = citizen('warga');
export const otherCitizen = citizen('warga2');
export const national = officer('NATIONAL_ADMIN', 'NASIONAL');
export const coordinatorBandung = officer('COORDINATOR_ADMIN', '32.73');
export const coordinatorJabar = officer('COORDINATOR_ADMIN', '32');
export const coordinatorKemenkes = officer('COORDINATOR_ADMIN', 'KEMENKES');
export const worksOfficer = officer('LIAISON_OFFICER', '32.73/1.03');
export const worksAdmin = officer('AGENCY_ADMIN', '32.73/1.03');
export const healthOfficer = officer('LIAISON_OFFICER', '32.73/1.02');
export const ombudsman = officer('OMBUDSMAN', 'OMBUDSMAN');
export const ksp = officer('KSP_VIEWER', 'KSP');
export const intakeOfficer = officer('INTAKE_OFFICER', '32.73/1.03');

/** Everybody but the reporter, by who they are towards a report of the public works office of Bandung. */
export const OTHERS: Readonly<Record<string, Viewer>> = {
  'the public': stranger,
  'another citizen': otherCitizen,
  'the officer': worksOfficer,
  'the intake officer': intakeOfficer,
  'the admin of the office': worksAdmin,
  'an officer next door': healthOfficer,
  'the coordinator of the city': coordinatorBandung,
  'the coordinator of the province': coordinatorJabar,
  'the coordinator of a ministry': coordinatorKemenkes,
  'the national desk': national,
  'the Ombudsman': ombudsman,
  KSP: ksp,
  'an officer of a closed agency': officer('COORDINATOR_ADMIN', 'LAMA'),
};
