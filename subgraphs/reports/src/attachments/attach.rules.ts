import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';

/** Files that one act may bring. */
const MOST_AT_ONCE = 5;

/** How long a file waits to be attached. */
export const LOOSE_MS = 24 * 60 * 60_000;

/** A file as the one who attaches it names it: found, or not to be had. */
export interface LooseFile {
  readonly id: string;
  readonly isClean: boolean;
  readonly isAttached: boolean;
  /** It hangs on the very draft that is being written anew. */
  readonly isOnDraft: boolean;
  readonly isOwn: boolean;
  readonly createdAt: Date;
}

/** What comes with an act. */
export interface NewAttachments {
  /** In the order in which they are shown. */
  readonly ids: readonly string[];
  /** Those of them that the public may see. */
  readonly publicIds: readonly string[];
}

export type AttachingRefusal = InvalidInput | { readonly kind: 'AttachmentNotFound' };

/** What a request names. */
export interface NamedAttachments {
  readonly attachmentIds?: readonly string[] | null | undefined;
  readonly publicAttachmentIds?: readonly string[] | null | undefined;
}

/**
 * A file is attached once, by who sent it, within a day; what hangs on a draft may stay on it, whoever sent it and
 * whenever. One that is somebody else's, refused, attached elsewhere or never came answers alike: nobody learns of files
 * that are not theirs. An id in capitals is the same id.
 */
export function decideAttaching(
  named: NamedAttachments,
  found: readonly LooseFile[],
  now: Date,
): Decision<NewAttachments, AttachingRefusal> {
  const ids = namedOnce(named.attachmentIds);
  const publicIds = namedOnce(named.publicAttachmentIds);
  if (ids.length > MOST_AT_ONCE)
    return refuse({ kind: 'InvalidInput', field: 'attachmentIds', reason: 'TOO_LONG' });
  const loose = new Set(found.filter((file) => isToBeHad(file, now)).map(({ id }) => id));
  const areAllThere = ids.every((id) => loose.has(id)) && publicIds.every((id) => ids.includes(id));
  return areAllThere ? accept({ ids, publicIds }) : refuse({ kind: 'AttachmentNotFound' });
}

function namedOnce(ids: readonly string[] | null | undefined): readonly string[] {
  return [...new Set(ids?.map((id) => id.toLowerCase()))];
}

function isToBeHad(file: LooseFile, now: Date): boolean {
  if (file.isOnDraft) return true;
  return (
    file.isClean && !file.isAttached && file.isOwn && now.getTime() - file.createdAt.getTime() < LOOSE_MS
  );
}
