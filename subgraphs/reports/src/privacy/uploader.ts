import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '@satu-pintu/domain-kit';

/** Proves "I sent this file" without naming the account; null for a visitor, whose proof is to know the id. */
export function uploaderTagOf(viewer: Pick<Viewer, 'reporterKey'>, attachmentId: string): Buffer | null {
  if (viewer.reporterKey === null) return null;
  const key = Buffer.from(viewer.reporterKey, 'base64url');
  return createHmac('sha256', key).update(`uploader:${attachmentId}`).digest();
}

/** Did the viewer send it? A file that a visitor sent is of whoever knows its id: 122 random bits, told once. */
export function isUploader(
  viewer: Pick<Viewer, 'reporterKey'>,
  attachment: { readonly id: string; readonly uploaderTag: Buffer | null },
): boolean {
  if (attachment.uploaderTag === null) return true;
  const tag = uploaderTagOf(viewer, attachment.id);
  return tag !== null && timingSafeEqual(tag, attachment.uploaderTag);
}
