import { permit, permitOnRole, type Post } from '@satu-pintu/authorization';
import {
  accept,
  ADMIN_ROLES,
  type AgencyKind,
  type AgencyPlace,
  type Decision,
  type InvalidInput,
  type OfficerRole,
  readEmail,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';

/** An agency as far as its posts depend on it. */
export interface Employer extends AgencyPlace {
  readonly id: string;
  readonly kind: AgencyKind;
}

/** A post and the agency in which it is held. */
export interface HeldOffice {
  readonly id: string;
  readonly role: OfficerRole;
  readonly isActive: boolean;
  readonly agency: Employer;
}

/** How colleagues know and reach whoever holds a post. */
export interface Person {
  readonly name: string;
  readonly title: string | null;
  readonly workEmail: string | null;
  readonly workPhone: string | null;
}

export type AppointmentRefusal =
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'OfficerNotFound' }
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'OwnPost' }
  | { readonly kind: 'PostTakenUp' }
  | { readonly kind: 'RoleUnfit' }
  | { readonly kind: 'LastAdmin'; readonly openReports: number }
  | InvalidInput;

/** Who may read and forward every report of the country does so at the national desk, and nowhere else. */
const ONLY_AT_THE_DESK: OfficerRole = 'NATIONAL_ADMIN';

/** A post for somebody, given by who runs the agency and has at least as much to give. */
export function decideAppointment(
  agency: Employer | null,
  posts: readonly Post[],
  { role, ...person }: Person & { readonly role: OfficerRole },
): Decision<Person, AppointmentRefusal> {
  if (!agency) return refuse({ kind: 'AgencyNotFound' });
  const isGiven = judgeRole(agency, posts, role);
  return isGiven.ok ? readPerson(person) : isGiven;
}

/** Other words for the same person, another role for the same post, or both. */
export function decideUpdate<Held extends HeldOffice>(
  office: Held | null,
  posts: readonly Post[],
  { role, ...person }: Person & { readonly role: OfficerRole },
  left: Left,
): Decision<{ readonly office: Held; readonly person: Person }, AppointmentRefusal> {
  const judged = judgeOffice('UPDATE_OFFICER', office, posts);
  if (!judged.ok) return judged;
  const { agency, role: present } = judged.value;
  if (role !== present) {
    const isGiven = judgeRole(agency, posts, role);
    if (!isGiven.ok) return isGiven;
    if (!ADMIN_ROLES.includes(role)) {
      const mayLeave = judgeLeaving(judged.value, left);
      if (!mayLeave.ok) return mayLeave;
    }
  }
  const read = readPerson(person);
  return read.ok ? accept({ office: judged.value, person: read.value }) : read;
}

/** What the agency is left with when the holder of a post goes. */
export interface Left {
  /** Others who run the agency. */
  readonly otherAdmins: number;
  readonly openReports: number;
  /** Agency that takes the open reports over; null when none is named, or there is no such agency. */
  readonly nextHolder: Employer | null;
}

/** A post goes over to another agency with its holder: an end here, and an appointment there. */
export function decideTransfer<Held extends HeldOffice>(
  office: Held | null,
  agency: Employer | null,
  posts: readonly Post[],
  left: Left,
): Decision<Held, AppointmentRefusal> {
  if (!agency) return refuse({ kind: 'AgencyNotFound' });
  const ends = decideEnding(office, posts, left);
  if (!ends.ok) return ends;
  const isGiven = judgeRole(agency, posts, ends.value.role);
  return isGiven.ok ? ends : isGiven;
}

/**
 * A post ends. The last one who runs an agency with open reports does not go before somebody is named who takes the
 * reports over.
 */
export function decideEnding<Held extends HeldOffice>(
  office: Held | null,
  posts: readonly Post[],
  left: Left,
): Decision<Held, AppointmentRefusal> {
  const judged = judgeOffice('END_APPOINTMENT', office, posts);
  if (!judged.ok) return judged;
  const mayLeave = judgeLeaving(judged.value, left);
  return mayLeave.ok ? judged : mayLeave;
}

/** Another invitation, for as long as nobody has taken the post up: whoever holds it keeps it. */
export function decideRenewal<Held extends HeldOffice & { readonly isTakenUp: boolean }>(
  office: Held | null,
  posts: readonly Post[],
): Decision<Held, AppointmentRefusal> {
  const judged = judgeOffice('UPDATE_OFFICER', office, posts);
  return judged.ok && judged.value.isTakenUp ? refuse({ kind: 'PostTakenUp' }) : judged;
}

/**
 * Whoever holds a post loses the second factor, by those who look after its staff. Not by the holder: whoever has found
 * an open device would set up an app of their own with it.
 *
 * @param ownOfficerIds every post of whoever asks
 */
export function decideSecondFactorReset<Held extends HeldOffice>(
  office: Held | null,
  posts: readonly Post[],
  ownOfficerIds: readonly string[],
): Decision<Held, AppointmentRefusal> {
  const judged = judgeOffice('UPDATE_OFFICER', office, posts);
  if (!judged.ok) return judged;
  return ownOfficerIds.includes(judged.value.id) ? refuse({ kind: 'OwnPost' }) : judged;
}

/** An office that these posts may do this to. */
function judgeOffice<Held extends HeldOffice>(
  action: 'UPDATE_OFFICER' | 'END_APPOINTMENT',
  office: Held | null,
  posts: readonly Post[],
): Decision<Held, AppointmentRefusal> {
  // Whoever is not told who serves there is not told that this one does.
  if (!office?.isActive || !permit('LIST_OFFICERS', posts, office.agency)) {
    return refuse({ kind: 'OfficerNotFound' });
  }
  return permitOnRole(action, posts, office.agency, office.role)
    ? accept(office)
    : refuse({ kind: 'NotAllowed' });
}

function judgeRole(
  agency: Employer,
  posts: readonly Post[],
  role: OfficerRole,
): Decision<null, AppointmentRefusal> {
  if (!permitOnRole('APPOINT_OFFICER', posts, agency, role)) return refuse({ kind: 'NotAllowed' });
  const isUnfit = role === ONLY_AT_THE_DESK && agency.kind !== 'NATIONAL_DESK';
  return isUnfit ? refuse({ kind: 'RoleUnfit' }) : accept(null);
}

function judgeLeaving(
  { role, agency }: HeldOffice,
  { otherAdmins, openReports, nextHolder }: Left,
): Decision<null, AppointmentRefusal> {
  const isLast = ADMIN_ROLES.includes(role) && otherAdmins === 0 && openReports > 0;
  const hasHeir = nextHolder !== null && nextHolder.id !== agency.id;
  return isLast && !hasHeir ? refuse({ kind: 'LastAdmin', openReports }) : accept(null);
}

const PHONE = /^\+?[\d ()-]{5,24}$/;

/** What is said of a person as it is stored. */
export function readPerson({ name, title, workEmail, workPhone }: Person): Decision<Person, InvalidInput> {
  const named = readText(name, { field: 'name', min: 2, max: 120 });
  if (!named.ok) return named;
  const titled = title === null ? accept(null) : readText(title, { field: 'title', max: 150 });
  if (!titled.ok) return titled;
  const mailed = workEmail === null ? accept(null) : readEmail(workEmail, 'workEmail');
  if (!mailed.ok) return mailed;
  if (workPhone !== null && !PHONE.test(workPhone)) {
    return refuse({ kind: 'InvalidInput', field: 'workPhone', reason: 'MALFORMED' });
  }
  return accept({ name: named.value, title: titled.value, workEmail: mailed.value, workPhone });
}
