import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import { MAX_BYTES } from '../inspection/limits.js';
import { isMediaType } from '../inspection/verdict.js';

/** What a sender says of a file. It proves nothing, and spares them sending what would be refused. */
export interface AnnouncedFile {
  readonly mediaType: string;
  readonly bytes: number;
}

export type AnnouncementRefusal =
  InvalidInput | { readonly kind: 'FileTooLarge' } | { readonly kind: 'FileTypeNotAccepted' };

export function decideAnnouncement(file: AnnouncedFile): Decision<AnnouncedFile, AnnouncementRefusal> {
  if (!isMediaType(file.mediaType)) return refuse({ kind: 'FileTypeNotAccepted' });
  if (file.bytes > MAX_BYTES) return refuse({ kind: 'FileTooLarge' });
  if (file.bytes < 1) return refuse({ kind: 'InvalidInput', field: 'bytes', reason: 'EMPTY' });
  return accept(file);
}
