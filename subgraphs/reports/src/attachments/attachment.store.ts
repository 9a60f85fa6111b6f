import { isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { MediaType } from '../inspection/verdict.js';
import type { Actor } from '../report/act.js';
import type { ReportEntity } from '../report/report.entity.js';
import type { NewAttachments } from './attach.rules.js';

/** A file that hangs on a report or on a draft, as its row. */
export interface AttachmentRow {
  readonly id: string;
  /** Null while it hangs on a draft. */
  readonly report_id: string | null;
  readonly follow_up_id: string | null;
  readonly answer_draft_id: string | null;
  readonly file_key: string;
  readonly media_type: MediaType;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly by_role: 'REPORTER' | 'AGENCY';
  readonly attached_at: Date;
  readonly is_public: boolean;
}

/** A file, and the report on which it hangs, or on whose draft. */
export interface HangingFile extends AttachmentRow {
  readonly ofReport: string;
}

/** A file that hangs on a report. */
interface FileOfReport {
  readonly id: string;
  /** It was taken back from the public. */
  readonly isHidden: boolean;
}

/** A file that may be waiting to be attached, or hang on the draft in hand. */
export interface LooseRow {
  readonly id: string;
  readonly isClean: boolean;
  readonly isAttached: boolean;
  /** It hangs on the draft that was asked for. */
  readonly isOnDraft: boolean;
  readonly uploaderTag: Buffer | null;
  readonly createdAt: Date;
}

export const COLUMNS = `
  id, report_id, follow_up_id, answer_draft_id, file_key, media_type, bytes, width, height, by_role, attached_at,
  is_public`;

/*
 * In the order of their ids, so that two who name the same files do not wait for each other; with them those that may be
 * let go of.
 */
const LOCK_NAMED = /* sql */ `
  select id, state = 'CLEAN' as "isClean", num_nonnulls(report_id, answer_draft_id) > 0 as "isAttached",
         answer_draft_id is not distinct from $2 and $2 is not null as "isOnDraft", uploader_tag as "uploaderTag",
         created_at as "createdAt"
    from attachment where id = any($1::uuid[]) or answer_draft_id = $2 order by id for update
`;

const ATTACH = /* sql */ `
  update attachment
     set report_id = $1, follow_up_id = $2, by_role = $3, attached_at = $4, uploader_tag = null,
         place = array_position($5::uuid[], id), is_public = id = any($6::uuid[])
   where id = any($5::uuid[])
`;

const PUBLISH = /* sql */ `update attachment set is_public = id = any($2::uuid[]) where report_id = $1`;

const OF_REPORT = /* sql */ `
  select id, hidden_by_version is not null as "isHidden" from attachment where report_id = $1 and id = any($2::uuid[])
`;

const HIDE = /* sql */ `
  update attachment set is_public = false, hidden_by_version = $3
   where report_id = $1 and id = any($2::uuid[]) and hidden_by_version is null
`;

const FILED_WITH = /* sql */ `
  select ${COLUMNS} from attachment
   where report_id = any($1::uuid[]) and follow_up_id is null order by report_id, place
`;

const OF_FOLLOW_UPS = /* sql */ `
  select ${COLUMNS} from attachment where follow_up_id = any($1::uuid[]) order by follow_up_id, place
`;

const BY_ID = /* sql */ `
  select ${COLUMNS},
         coalesce(report_id, (select draft.report_id from answer_draft draft where draft.id = answer_draft_id)) as "ofReport"
    from attachment where id = $1 and num_nonnulls(report_id, answer_draft_id) = 1
`;

/**
 * Named files, locked: of two acts that name the same one, the second finds it attached.
 * @param draftId draft whose files are locked as well; null where there is none
 */
export async function lockNamedFiles(
  tx: EntityManager,
  ids: readonly string[],
  draftId: string | null,
): Promise<readonly LooseRow[]> {
  if (ids.length === 0 && draftId === null) return [];
  return tx.query<LooseRow[]>(LOCK_NAMED, [ids.filter(isUuid), draftId]);
}

/** Hangs files on a report, or on a line of its conversation; who sent them is forgotten. */
export async function attachFiles(
  tx: EntityManager,
  to: { readonly reportId: string; readonly followUpId: string | null },
  { ids, publicIds }: NewAttachments,
  actor: Actor,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const role = actor.role === 'REPORTER' ? actor.role : 'AGENCY';
  await tx.query(ATTACH, [to.reportId, to.followUpId, role, now, ids, publicIds]);
}

/** Lets the public see these files of a report, and no others of it. */
export async function publishFiles(
  tx: EntityManager,
  reportId: string,
  publicIds: readonly string[],
): Promise<void> {
  await tx.query(PUBLISH, [reportId, publicIds]);
}

/** Those of some files that hang on the report or on a line of its conversation. */
export async function findFilesOf(
  tx: EntityManager,
  reportId: string,
  ids: readonly string[],
): Promise<readonly FileOfReport[]> {
  return ids.length === 0 ? [] : tx.query<FileOfReport[]>(OF_REPORT, [reportId, ids.filter(isUuid)]);
}

/** Whether all of these files hang on the report, and none was taken back from the public. */
export async function mayBePublished(
  tx: EntityManager,
  reportId: string,
  ids: readonly string[],
): Promise<boolean> {
  const found = await findFilesOf(tx, reportId, ids);
  return (
    found.every(({ isHidden }) => !isHidden) &&
    found.length === new Set(ids.map((id) => id.toLowerCase())).size
  );
}

/** Takes files of a report back from the public, for good; what was taken back already stays so. */
export async function hideFiles(
  tx: EntityManager,
  { id, version }: Pick<ReportEntity, 'id' | 'version'>,
  files: readonly string[],
): Promise<void> {
  await tx.query(HIDE, [id, files, version]);
}

/** Files that came with reports when they were filed. */
export async function loadFiledWith(
  tx: EntityManager,
  reportIds: readonly string[],
): Promise<readonly AttachmentRow[]> {
  return tx.query<AttachmentRow[]>(FILED_WITH, [reportIds]);
}

export async function loadOfFollowUps(
  tx: EntityManager,
  followUpIds: readonly string[],
): Promise<readonly AttachmentRow[]> {
  return tx.query<AttachmentRow[]>(OF_FOLLOW_UPS, [followUpIds]);
}

/** A file that hangs on something. */
export async function findAttachment(tx: EntityManager, id: string): Promise<HangingFile | null> {
  const [row] = await tx.query<HangingFile[]>(BY_ID, [id]);
  return row ?? null;
}
