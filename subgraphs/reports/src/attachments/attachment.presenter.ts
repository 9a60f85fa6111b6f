import type { Viewer } from '@satu-pintu/domain-kit';
import { seesDrafts } from '../answers/answer.rules.js';
import type { Standing } from '../hierarchy/standing.js';
import type { Sight } from '../privacy/sight.rules.js';
import type { Report } from '../report/report.type.js';
import { dayOnly } from '../report/shown-instant.js';
import type { AttachmentRow } from './attachment.store.js';
import type { Attachment } from './attachment.type.js';
import type { DownloadAddresses } from './download-address.js';

/** Whether a viewer of its report may see this file. */
function isShown(row: Pick<AttachmentRow, 'is_public'>, { attachments }: Sight): boolean {
  return attachments === 'ALL' || (attachments === 'PUBLIC' && row.is_public);
}

/** Whether a viewer of its report may fetch this file: of a draft, whoever sees the draft. */
export function mayFetch(
  row: Pick<AttachmentRow, 'is_public' | 'answer_draft_id'>,
  { sight, standing }: Pick<Report, 'sight' | 'standing'>,
): boolean {
  return row.answer_draft_id === null ? isShown(row, sight) : seesDrafts(standing);
}

/** Who is handed addresses, made with what. */
interface AddressMaking {
  readonly addresses: DownloadAddresses;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** Files as the viewer of their report sees them; hidden ones are absent. */
export function presentAttachments(
  rows: readonly AttachmentRow[],
  { sight, standing }: Report,
  making: AddressMaking,
): Attachment[] {
  return rows
    .filter((row) => isShown(row, sight))
    .map((row) => {
      const isDayOnly = row.by_role === 'REPORTER' && !sight.exactTimes;
      const createdAt = isDayOnly ? dayOnly(row.attached_at) : row.attached_at;
      return presentFile({ ...row, attached_at: createdAt }, standing, making);
    });
}

/** A file as whoever sees its draft sees it: whole. */
export function presentDraftFile(row: AttachmentRow, making: AddressMaking): Attachment {
  return presentFile(row, { isReporter: false }, making);
}

function presentFile(
  row: AttachmentRow,
  { isReporter }: Pick<Standing, 'isReporter'>,
  { addresses, viewer, now }: AddressMaking,
): Attachment {
  return {
    id: row.id,
    mediaType: row.media_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    isPublic: row.is_public,
    createdAt: row.attached_at,
    address: addresses.make({ id: row.id, isReporter }, viewer, now),
  };
}
