import { permitOnRole, type Post } from '@satu-pintu/authorization';
import type { OfficerRole } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import type { ImportInvitations } from '../imports/import-invitations.js';
import { writeRecord } from '../spreadsheets/cells.rules.js';

interface InvitedRow {
  readonly place: number;
  readonly id: string;
  readonly role: OfficerRole;
  readonly name: string;
  readonly workEmail: string | null;
  readonly agencyCode: string;
  readonly path: string;
  readonly housePath: string;
}

const PAGE = 500;

const INVITED = /* sql */ `
  select import_row.place, officer.id, officer.role, officer.name, officer.work_email as "workEmail",
         agency.code as "agencyCode", agency.path::text, agency.house_path::text as "housePath"
    from import_row
    join officer on officer.id = import_row.subject_id and officer.is_active
    join agency on agency.id = officer.agency_id
   where import_row.import_id = $1 and import_row.outcome = 'CREATE' and import_row.place > $2
   order by import_row.place
   limit ${String(PAGE)}
`;

/** Whose invitations, told when. */
export interface ToldInvitations {
  readonly importId: string;
  readonly since: Date;
  readonly invitations: ImportInvitations;
}

/** The invitations to posts that an import has made, to whoever may still invite to each of them. */
export async function* exportInvitations(
  database: DataSource,
  { importId, since, invitations }: ToldInvitations,
  posts: readonly Post[],
): AsyncGenerator<string> {
  yield writeRecord(['id', 'agencyCode', 'role', 'name', 'workEmail', 'code', 'expiresAt']);
  let after = -1;
  for (;;) {
    const rows = await database.query<InvitedRow[]>(INVITED, [importId, after]);
    const told = rows.filter((row) => permitOnRole('UPDATE_OFFICER', posts, row, row.role));
    const records = told.map(({ id, agencyCode, role, name, workEmail }) => {
      const { code, expiresAt } = invitations.invite(importId, id, since);
      return writeRecord([id, agencyCode, role, name, workEmail, code, expiresAt.toISOString()]);
    });
    yield records.join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.place;
  }
}
