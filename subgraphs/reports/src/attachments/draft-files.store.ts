import type { EntityManager } from 'typeorm';
import type { NewAttachments } from './attach.rules.js';
import { type AttachmentRow, COLUMNS } from './attachment.store.js';

/**
 * What a file is that a draft lets go of: its uploader's again, for a day from `now`, and nobody else's.
 * @param now names the parameter that holds the instant
 */
export const letGoAt = (now: `$${number}`): string =>
  `answer_draft_id = null, place = null, by_role = null, attached_at = null, is_public = false, created_at = ${now}`;

const LET_GO = /* sql */ `
  update attachment set ${letGoAt('$3')} where answer_draft_id = $1 and not id = any($2::uuid[])
`;

/* What stays was attached when it was attached. */
const HANG = /* sql */ `
  update attachment
     set answer_draft_id = $1, by_role = 'AGENCY', attached_at = coalesce(attached_at, $2),
         place = array_position($3::uuid[], id), is_public = id = any($4::uuid[])
   where id = any($3::uuid[])
`;

/* With an answer they come when it is given; when it was prepared is for the office. */
const GIVE = /* sql */ `
  update attachment
     set report_id = $2, follow_up_id = $3, answer_draft_id = null, attached_at = $4, uploader_tag = null
   where answer_draft_id = $1
`;

const OF_DRAFTS = /* sql */ `
  select ${COLUMNS} from attachment where answer_draft_id = any($1::uuid[]) order by answer_draft_id, place
`;

/** From here on these files hang on the draft, and no others; which ones may, `claimAttachments` has decided. */
export async function hangOnDraft(
  tx: EntityManager,
  draftId: string,
  { ids, publicIds }: NewAttachments,
  now: Date,
): Promise<void> {
  await tx.query(LET_GO, [draftId, ids, now]);
  if (ids.length > 0) await tx.query(HANG, [draftId, now, ids, publicIds]);
}

/** The draft is given up: its files are loose again. */
export async function letGoOfFiles(tx: EntityManager, draftId: string, now: Date): Promise<void> {
  await tx.query(LET_GO, [draftId, [], now]);
}

/** The draft has become a line of the conversation: what hung on it hangs there. */
export async function giveFilesOfDraft(
  tx: EntityManager,
  draftId: string,
  to: { readonly reportId: string; readonly followUpId: string },
  now: Date,
): Promise<void> {
  await tx.query(GIVE, [draftId, to.reportId, to.followUpId, now]);
}

/** Files that hang on these drafts, in the order in which they are shown. */
export async function loadFilesOfDrafts(
  tx: EntityManager,
  draftIds: readonly string[],
): Promise<readonly AttachmentRow[]> {
  return tx.query<AttachmentRow[]>(OF_DRAFTS, [draftIds]);
}
