import type { Viewer } from '@satu-pintu/domain-kit';
import type { Sight } from '../privacy/sight.rules.js';
import type { Report } from '../report/report.type.js';
import { dayOnly } from '../report/shown-instant.js';
import type { AttachmentRow } from './attachment.store.js';
import type { Attachment } from './attachment.type.js';
import type { DownloadAddresses } from './download-address.js';

/** Whether a viewer of its report may see this file. */
export function isShown(row: Pick<AttachmentRow, 'is_public'>, { attachments }: Sight): boolean {
  return attachments === 'ALL' || (attachments === 'PUBLIC' && row.is_public);
}

/** Files as the viewer of their report sees them; hidden ones are absent. */
export function presentAttachments(
  rows: readonly AttachmentRow[],
  { sight, standing }: Report,
  addressOf: { readonly addresses: DownloadAddresses; readonly viewer: Viewer; readonly now: Date },
): Attachment[] {
  const { addresses, viewer, now } = addressOf;
  return rows
    .filter((row) => isShown(row, sight))
    .map((row) => ({
      id: row.id,
      mediaType: row.media_type,
      bytes: row.bytes,
      width: row.width,
      height: row.height,
      isPublic: row.is_public,
      createdAt: row.by_role === 'REPORTER' && !sight.exactTimes ? dayOnly(row.attached_at) : row.attached_at,
      address: addresses.make({ id: row.id, isReporter: standing.isReporter }, viewer, now),
    }));
}
