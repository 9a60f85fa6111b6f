import type { DataSource } from 'typeorm';
import type { OfficerCursor } from '../officers/officer-row.js';
import { presentOfficer } from '../officers/officer.presenter.js';
import type { ViewerPost } from '../officers/officer-visibility.rules.js';
import { writeRecord } from '../spreadsheets/cells.rules.js';
import { listStaff, type StaffRow } from '../staff/list-staff.query.js';
import { staffReach } from '../staff/staff-reach.rules.js';

const PAGE = 500;

/** The table of the staff that a viewer may list at an agency and below it, by name, as an import takes it. */
export async function* exportOfficers(
  database: DataSource,
  path: string,
  posts: readonly ViewerPost[],
): AsyncGenerator<string> {
  yield writeRecord(['id', 'agencyCode', 'role', 'name', 'title', 'workEmail', 'workPhone']);
  const reach = staffReach(posts);
  const all = { root: path, words: [], role: null, activeOnly: true, limit: PAGE };
  let after: OfficerCursor | null = null;
  for (;;) {
    const rows: readonly StaffRow[] = await listStaff(database, [{ ...all, after }], reach);
    yield rows.map((row) => recordOf(row, posts)).join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { name: last.name, id: last.id };
  }
}

function recordOf(row: StaffRow, posts: readonly ViewerPost[]): string {
  const { id, role, name, title, workEmail, workPhone } = presentOfficer(row, posts);
  return writeRecord([id, row.agency_code, role, name, title, workEmail, workPhone]);
}
