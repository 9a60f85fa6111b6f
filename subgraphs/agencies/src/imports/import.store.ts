import { isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { ImportRecord } from './import-record.js';
import type { RowOutcome, RowRefusal, RowResult } from './row-outcome.js';

const COLUMNS = /* sql */ `
  id, kind, agency_id as "agencyId", is_dry_run as "isDryRun", state, post_ids as "postIds", rows_read as "rowsRead",
  rows_done as "rowsDone", rows_created as "rowsCreated", rows_changed as "rowsChanged",
  rows_refused as "rowsRefused", requested_at as "requestedAt", started_at as "startedAt", ended_at as "endedAt"
`;

const FIND = /* sql */ `select ${COLUMNS} from import where id = $1`;

/** An import, whoever asks for it; null for one that is not known, or no longer. */
export async function findImport(tx: EntityManager, id: string): Promise<ImportRecord | null> {
  if (!isUuid(id)) return null;
  const [found] = await tx.query<ImportRecord[]>(FIND, [id]);
  return found ?? null;
}

const OPEN = /* sql */ `
  insert into import (id, kind, agency_id, is_dry_run, state, post_ids, rows_read, rows_done, rows_created,
      rows_changed, rows_refused, requested_at)
  values ($1, $2, $3, $4, 'AWAITING_FILE', $5, 0, 0, 0, 0, 0, $6)
`;

/** An import that awaits its file. */
export async function openImport(
  tx: EntityManager,
  { id, kind, agencyId, isDryRun, postIds, requestedAt }: Omit<ImportRecord, `rows${string}` | 'state'>,
): Promise<void> {
  await tx.query(OPEN, [id, kind, agencyId, isDryRun, postIds, requestedAt]);
}

const COUNT_WAITING = /* sql */ `select count(*)::int as waiting from import where state in ('WAITING', 'RUNNING')`;

const TAKE_IN = /* sql */ `
  with taken as (update import set state = 'WAITING' where id = $1 and state = 'AWAITING_FILE' returning id)
  insert into import_file (import_id, content) select id, $2 from taken returning import_id
`;

/** Takes the file of an import in. USED: it has one. FULL: too many wait for their turn. */
export async function takeFileIn(
  tx: EntityManager,
  id: string,
  content: Buffer,
  mostWaiting: number,
): Promise<'TAKEN' | 'USED' | 'FULL'> {
  const [count] = await tx.query<{ waiting: number }[]>(COUNT_WAITING);
  if ((count?.waiting ?? 0) >= mostWaiting) return 'FULL';
  const taken = await tx.query<unknown[]>(TAKE_IN, [id, content]);
  return taken.length > 0 ? 'TAKEN' : 'USED';
}

const NEXT = /* sql */ `select id from import where state in ('WAITING', 'RUNNING') order by requested_at limit 10`;

/** Imports that are to be carried out, the oldest first; those that a dead process has begun are among them. */
export async function importsToDo(tx: EntityManager): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }[]>(NEXT);
  return rows.map(({ id }) => id);
}

const CLAIM = /* sql */ `select pg_try_advisory_xact_lock(hashtextextended('agencies: import ' || $1, 0)) as "isOurs"`;
const FILE = /* sql */ `select content from import_file where import_id = $1`;

/** The import and its file, ours until the transaction ends; null when it is over, or another process has it. */
export async function claimImport(
  tx: EntityManager,
  id: string,
): Promise<{ readonly record: ImportRecord; readonly content: Buffer } | null> {
  const [claim] = await tx.query<{ isOurs: boolean }[]>(CLAIM, [id]);
  if (claim?.isOurs !== true) return null;
  const record = await findImport(tx, id);
  const [file] = await tx.query<{ content: Buffer }[]>(FILE, [id]);
  return record && file ? { record, content: file.content } : null;
}

const BEGIN = /* sql */ `
  update import set state = 'RUNNING', started_at = coalesce(started_at, $2), rows_read = $3, rows_done = 0
   where id = $1 and state in ('WAITING', 'RUNNING')
`;
const PROGRESS = /* sql */ `update import set rows_done = $2 where id = $1 and state = 'RUNNING'`;

/** Told beside the transaction that does the work, so that it can be seen meanwhile. */
export async function beginImport(
  beside: EntityManager,
  id: string,
  now: Date,
  rowsRead: number,
): Promise<void> {
  await beside.query(BEGIN, [id, now, rowsRead]);
}

/** The same: how many rows have been decided. */
export async function tellProgress(beside: EntityManager, id: string, rowsDone: number): Promise<void> {
  await beside.query(PROGRESS, [id, rowsDone]);
}

const SAVE_ROWS = /* sql */ `
  insert into import_row (import_id, place, row_number, outcome, subject_id, column_name, refusal)
  select $1, place, row, outcome, "subjectId", "column", refusal
    from jsonb_to_recordset($2::jsonb)
      as result (place int, row int, outcome text, "subjectId" uuid, "column" text, refusal jsonb)
`;
const END = /* sql */ `
  update import
     set state = $2, ended_at = $3, rows_done = rows_read, rows_created = $4, rows_changed = $5, rows_refused = $6
   where id = $1
`;
const DROP_FILE = /* sql */ `delete from import_file where import_id = $1`;

/** Writes down what became of each row, and lets the file go. */
export async function endImport(
  tx: EntityManager,
  id: string,
  results: readonly RowResult[],
  now: Date,
): Promise<void> {
  const count = (outcome: RowOutcome): number =>
    results.filter((result) => result.outcome === outcome).length;
  const refused = count('REFUSED');
  const rows = results.map((result, place) => ({ place, ...result }));
  await tx.query(SAVE_ROWS, [id, JSON.stringify(rows)]);
  const state = refused > 0 ? 'REFUSED' : 'DONE';
  await tx.query(END, [id, state, now, count('CREATE'), count('CHANGE'), refused]);
  await tx.query(DROP_FILE, [id]);
}

const FAIL = /* sql */ `
  update import set state = 'FAILED', ended_at = $2 where id = $1 and state in ('WAITING', 'RUNNING')
`;

/** It went wrong on our side. */
export async function failImport(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.query(FAIL, [id, now]);
  await tx.query(DROP_FILE, [id]);
}

const FORGET = /* sql */ `
  delete from import
   where requested_at < $1 and state not in ('WAITING', 'RUNNING')
      or requested_at < $2 and state = 'AWAITING_FILE'
`;

/** Removes imports that are long over, and those whose file never came. */
export async function forgetImports(tx: EntityManager, over: Date, neverSent: Date): Promise<void> {
  await tx.query(FORGET, [over, neverSent]);
}

/** What became of a row, as it is kept. */
export interface KeptRow {
  readonly place: number;
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly column: string | null;
  readonly refusal: RowRefusal | null;
}

const LIST_ROWS = /* sql */ `
  select place, row_number as row, outcome, column_name as "column", refusal
    from import_row
   where import_id = $1 and ($2::text is null or outcome = $2) and place > $3
   order by place
   limit $4
`;

/** Rows of an import in the order of the file, after a place. */
export async function listImportRows(
  tx: EntityManager,
  id: string,
  outcome: RowOutcome | null,
  after: number,
  limit: number,
): Promise<readonly KeptRow[]> {
  return tx.query<KeptRow[]>(LIST_ROWS, [id, outcome, after, limit]);
}
