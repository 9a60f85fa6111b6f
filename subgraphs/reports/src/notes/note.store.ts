import type { EntityManager } from 'typeorm';
import type { AcceptedNote, NoteReach } from './note.rules.js';

/** A note as its row. */
export interface NoteRow {
  readonly id: string;
  /** Place among the notes of its report. */
  readonly seq: number;
  readonly agency_id: string;
  readonly officer_id: string;
  readonly body: string;
  readonly created_at: Date;
}

/* The report is locked, so nobody else takes this place. */
const APPEND = /* sql */ `
  insert into note (id, report_id, seq, agency_id, officer_id, body, created_at)
  select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6 from note where report_id = $2
`;

/* The same rule as noteReachOf, said of rows. */
const PAGE = /* sql */ `
  select note.id, note.seq, note.agency_id, note.officer_id, note.body, note.created_at
    from note
    join agency author on author.id = note.agency_id
   where note.report_id = $1
     and ($2::integer is null or note.seq < $2)
     and ($3 or note.agency_id = any($4::uuid[]) or author.path <@ any($5::ltree[])
          or author.house_path @> any($6::ltree[]))
   order by note.seq desc
   limit $7
`;

/** Writes a note about a locked report. */
export async function appendNote(
  tx: EntityManager,
  reportId: string,
  { id, author, body }: AcceptedNote & { readonly id: string },
  now: Date,
): Promise<void> {
  await tx.query(APPEND, [id, reportId, author.agencyId, author.officerId, body, now]);
}

/** Notes about one report that lie within a reach, newest first, those before a place. */
export async function loadNotePage(
  tx: EntityManager,
  reportId: string,
  reach: NoteReach,
  before: number | null,
  limit: number,
): Promise<readonly NoteRow[]> {
  const { all, agencies, overseen, houses } = reach;
  return tx.query<NoteRow[]>(PAGE, [reportId, before, all, agencies, overseen, houses, limit]);
}
