/** Why a file is not taken. Each is told to the sender, who can act on it. */
export const FILE_REFUSALS = [
  'FileEmpty',
  'FileTooLarge',
  'FileTypeNotAccepted',
  'FileUnreadable',
  'FileIsEncrypted',
  'FileHasActiveContent',
  'FileIsTwoThings',
  'FileIsMalware',
  'FileTooDemanding',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** What files may be. Everything else is refused, whatever it says it is. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export function isMediaType(name: string | undefined): name is MediaType {
  return MEDIA_TYPES.some((known) => known === name);
}

/** A file that was made anew from what it shows, and holds nothing else. */
export interface CleanedFile {
  readonly mediaType: MediaType;
  /** In pixels as it is looked at; null for a document. */
  readonly width: number | null;
  readonly height: number | null;
}

/** The end of an inspection. */
export type Verdict =
  { readonly ok: true; readonly value: CleanedFile } | { readonly ok: false; readonly refusal: FileRefusal };

/** Thrown where the inspection of a file comes to its end early. */
export class FileRefused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(refusal);
  }
}
