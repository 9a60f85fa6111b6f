import type { EntityManager } from 'typeorm';
import { MAX_BYTES } from '../inspection/limits.js';
import type { CleanedFile } from '../inspection/verdict.js';

/* A file that is still arriving may become as long as any. */
const BEGIN = /* sql */ `
  insert into attachment (id, state, file_key, uploader_tag, created_at)
  select $1, 'ARRIVING', $2, $3, $4
   where (select coalesce(sum(coalesce(bytes, ${String(MAX_BYTES)})), 0) from attachment
           where report_id is null and answer_draft_id is null and state <> 'REFUSED') <= $5
  on conflict (id) do nothing
  returning id
`;

const IS_BEGUN = /* sql */ `select from attachment where id = $1`;

const CLEANED = /* sql */ `
  update attachment set state = 'CLEAN', media_type = $2, bytes = $3, sha256 = $4, width = $5, height = $6
   where id = $1 and state = 'ARRIVING'
`;

const REFUSED = /* sql */ `update attachment set state = 'REFUSED' where id = $1 and state = 'ARRIVING'`;

const FORGET = /* sql */ `delete from attachment where id = $1 and report_id is null and answer_draft_id is null`;

/** A file on its way in. */
export interface ArrivingFile {
  readonly id: string;
  /** Random: neither the place in the store nor what lies there leads to the attachment. */
  readonly fileKey: string;
  readonly uploaderTag: Buffer | null;
}

/** USED: this address has taken its file. FULL: more is waiting to be attached than there is room for. */
export async function beginUpload(
  tx: EntityManager,
  { id, fileKey, uploaderTag }: ArrivingFile,
  room: number,
  now: Date,
): Promise<'BEGUN' | 'USED' | 'FULL'> {
  const begun = await tx.query<unknown[]>(BEGIN, [id, fileKey, uploaderTag, now, room - MAX_BYTES]);
  if (begun.length > 0) return 'BEGUN';
  const found = await tx.query<unknown[]>(IS_BEGUN, [id]);
  return found.length > 0 ? 'USED' : 'FULL';
}

export async function finishUpload(
  tx: EntityManager,
  id: string,
  file: CleanedFile & { readonly bytes: number; readonly sha256: Buffer },
): Promise<void> {
  await tx.query(CLEANED, [id, file.mediaType, file.bytes, file.sha256, file.width, file.height]);
}

/** The address stays used; the file is gone. */
export async function refuseUpload(tx: EntityManager, id: string): Promise<void> {
  await tx.query(REFUSED, [id]);
}

/** As if nothing had been sent: the address may be tried again. */
export async function forgetUpload(tx: EntityManager, id: string): Promise<void> {
  await tx.query(FORGET, [id]);
}
