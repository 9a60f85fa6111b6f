import { permit, type Post } from '@satu-pintu/authorization';
import { accept, type Decision, OFFICER_ROLES, refuse } from '@satu-pintu/domain-kit';
import {
  type AppointmentRefusal,
  decideAppointment,
  decideTransfer,
  decideUpdate,
  type Person,
  readPerson,
} from '../appointments/appointment.rules.js';
import type { Office } from '../appointments/office.query.js';
import type { Columns, TableRow } from '../spreadsheets/columns.js';
import type { DraftStaff } from './draft-staff.js';
import type { AcceptedRow } from './row-outcome.js';

/** Columns of a table of officers. With an id the row is about that post; without, about one that looks like it. */
export const OFFICER_COLUMNS: Columns = {
  required: ['agencyCode', 'role', 'name'],
  optional: ['id', 'title', 'workEmail', 'workPhone'],
};

/** What the rows of a table of officers are judged by. */
export interface OfficerCircumstances {
  readonly posts: readonly Post[];
  /** A fresh id for each new post. */
  readonly newId: () => string;
}

type OfficerRow = Decision<AcceptedRow, AppointmentRefusal>;

/** One row, by the rules of the commands that it stands for; what it changes is in the draft afterwards. */
export function decideOfficerRow(
  { cells }: TableRow,
  staff: DraftStaff,
  circumstances: OfficerCircumstances,
): OfficerRow {
  const role = OFFICER_ROLES.find((known) => known === cells.role);
  if (!role) return refuse({ kind: 'InvalidInput', field: 'role', reason: 'UNKNOWN' });
  const wanted: WantedPost = { cells, role };
  const { id = '' } = cells;
  if (id !== '') {
    const office = staff.find(id);
    return office ? changePost(office, wanted, staff, circumstances) : refuse({ kind: 'OfficerNotFound' });
  }
  const alike = findAlike(wanted, staff, circumstances.posts);
  return alike ? changePost(alike, wanted, staff, circumstances) : appoint(wanted, staff, circumstances);
}

interface WantedPost {
  readonly cells: TableRow['cells'];
  readonly role: Office['role'];
}

/** Who may not list the staff of an agency does not learn from a file who is in it. */
function findAlike({ cells, role }: WantedPost, staff: DraftStaff, posts: readonly Post[]): Office | null {
  const agency = staff.employer(cells.agencyCode ?? '');
  if (!agency || !permit('LIST_OFFICERS', posts, agency)) return null;
  const person = readPerson(personIn(cells, NOBODY));
  if (!person.ok) return null;
  const { name, workEmail } = person.value;
  return staff.findLike({ agencyId: agency.id, role, name, workEmail });
}

const NOBODY: Person = { name: '', title: null, workEmail: null, workPhone: null };

function appoint(
  { cells, role }: WantedPost,
  staff: DraftStaff,
  { posts, newId }: OfficerCircumstances,
): OfficerRow {
  const agency = staff.employer(cells.agencyCode ?? '');
  const decision = decideAppointment(agency, posts, { ...personIn(cells, NOBODY), role });
  if (!decision.ok) return decision;
  if (!agency) return refuse({ kind: 'AgencyNotFound' });
  const id = newId();
  staff.appoint({ id, role, isActive: true, isTakenUp: false, agency, person: decision.value });
  return accept({ outcome: 'CREATE', subjectId: id });
}

/** A known post may go over to another agency, be another one, and its holder be called otherwise. */
function changePost(
  present: Office,
  wanted: WantedPost,
  staff: DraftStaff,
  { posts }: OfficerCircumstances,
): OfficerRow {
  if (!present.isActive || !permit('LIST_OFFICERS', posts, present.agency)) {
    return refuse({ kind: 'OfficerNotFound' });
  }
  const agency = staff.employer(wanted.cells.agencyCode ?? '');
  if (!agency) return refuse({ kind: 'AgencyNotFound' });
  let office = present;
  if (agency.id !== present.agency.id) {
    const transfer = decideTransfer(present, agency, posts, staff.leftWithout(present));
    if (!transfer.ok) return transfer;
    office = { ...present, agency };
  }
  const { role } = wanted;
  const given = personIn(wanted.cells, present.person);
  const read = readPerson(given);
  if (!read.ok || role !== office.role || !isSamePerson(read.value, present.person)) {
    const update = decideUpdate(office, posts, { ...given, role }, staff.leftWithout(office));
    if (!update.ok) return update;
    office = { ...office, role, person: update.value.person };
  }
  if (office === present) return accept({ outcome: 'UNCHANGED', subjectId: present.id });
  staff.change(office);
  return accept({ outcome: 'CHANGE', subjectId: present.id });
}

/** What a row says of a person: an empty cell takes a word away, a column that the table does not have leaves it. */
function personIn(cells: TableRow['cells'], present: Person): Person {
  const word = (column: 'title' | 'workEmail' | 'workPhone'): string | null => {
    const cell = cells[column];
    return cell === undefined ? present[column] : cell === '' ? null : cell;
  };
  const name = cells.name ?? present.name;
  return { name, title: word('title'), workEmail: word('workEmail'), workPhone: word('workPhone') };
}

function isSamePerson(one: Person, other: Person): boolean {
  return (
    one.name === other.name &&
    one.title === other.title &&
    one.workEmail === other.workEmail &&
    one.workPhone === other.workPhone
  );
}
