import { type OfficerRole, publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';

/** Anybody. */
export const THE_PUBLIC: Viewer = publicViewer();

/** An officer with one post, as the gateway tells reports of one. */
function officer(role: OfficerRole, code: string): Viewer {
  const post = { officerId: stableId('officer', `bench ${role} ${code}`), agencyId: agencyId(code), role };
  return { ...publicViewer(), isSignedIn: true, appointments: [post] };
}

export function agencyId(code: string): string {
  return stableId('agency', code);
}

export const NATIONAL_DESK = officer('NATIONAL_ADMIN', 'NASIONAL');
export const MINISTRY = officer('COORDINATOR_ADMIN', 'KEMENSOS');
export const PROVINCE = officer('COORDINATOR_ADMIN', '32');
export const CITY = officer('COORDINATOR_ADMIN', '32.73');
export const OFFICE = officer('LIAISON_OFFICER', '32.73/1.03');
