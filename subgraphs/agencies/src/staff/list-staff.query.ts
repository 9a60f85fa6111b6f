import type { DataSource } from 'typeorm';
import { patternsOf } from '../agency/query-words.js';
import { OFFICER_COLUMNS, type OfficerCursor, type OfficerRow } from '../officers/officer-row.js';
import type { StaffReach } from './staff-reach.rules.js';

/** One wanted page of the staff of an agency and all below it; null does not narrow. */
export interface StaffPage {
  /** ltree path of the agency. */
  readonly root: string;
  /** Words that must all occur in name or title. */
  readonly words: readonly string[];
  readonly role: string | null;
  readonly activeOnly: boolean;
  readonly limit: number;
  readonly after: OfficerCursor | null;
}

/** One of the staff, with the code of the agency and the number of the page, from 0. */
export interface StaffRow extends OfficerRow {
  readonly page: number;
  readonly agency_code: string;
}

const WORDS = /* sql */ `lower(officer.name || ' ' || coalesce(officer.title, ''))`;

const LIST_STAFF = /* sql */ `
  select wanted.page, agency.code as agency_code, ${OFFICER_COLUMNS}
    from jsonb_to_recordset($1::jsonb)
      as wanted (page int, root ltree, word text, words text[], role text, active_only boolean, rows int,
        after_name text, after_id uuid)
   cross join lateral (
     select officer.*
       from officer join agency on agency.id = officer.agency_id
      where agency.path <@ wanted.root
        and (agency.path = any($2::ltree[]) or agency.path <@ any($3::ltree[]))
        and (officer.is_active or not wanted.active_only)
        and (wanted.role is null or officer.role = wanted.role)
        and ${WORDS} like wanted.word
        and ${WORDS} like all (wanted.words)
        and (wanted.after_name is null or (officer.name, officer.id) > (wanted.after_name, wanted.after_id))
      order by officer.name, officer.id
      limit wanted.rows
   ) as officer
    join agency on agency.id = officer.agency_id
   order by wanted.page, officer.name, officer.id
`;

/** Pages of the staff of many subtrees, as far as the reach goes. */
export async function listStaff(
  database: DataSource,
  pages: readonly StaffPage[],
  { own, below }: StaffReach,
): Promise<readonly StaffRow[]> {
  const wanted = pages.map(({ root, words, role, activeOnly, limit, after }, page) => {
    const { longest, others } = patternsOf(words);
    return {
      page,
      root,
      word: longest,
      words: others,
      role,
      active_only: activeOnly,
      rows: limit,
      after_name: after?.name ?? null,
      after_id: after?.id ?? null,
    };
  });
  return database.query(LIST_STAFF, [JSON.stringify(wanted), own, below]);
}
