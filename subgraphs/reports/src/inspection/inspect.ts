import { readFile } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { cleanImage } from './clean-image.js';
import { MAX_BYTES } from './limits.js';
import { cleanDocument } from './pdf/clean-document.js';
import { endsAsArchive, isDocumentThroughout, isTestVirus } from './signs.rules.js';
import { type CleanedFile, FileRefused, isMediaType, type MediaType, type Verdict } from './verdict.js';

/** Recognises a file by what it holds, and makes it anew at `target`; nothing of `source` is ever served. */
export async function inspect(source: string, target: string): Promise<Verdict> {
  try {
    const bytes = await readFile(source);
    const mediaType = await recognise(bytes);
    return { ok: true, value: await clean(bytes, mediaType, source, target) };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** The name of a file and what its sender says of it prove nothing, so neither is asked. */
async function recognise(bytes: Buffer): Promise<MediaType> {
  if (bytes.length === 0) throw new FileRefused('FileEmpty');
  if (bytes.length > MAX_BYTES) throw new FileRefused('FileTooLarge');
  if (isTestVirus(bytes)) throw new FileRefused('FileIsMalware');
  const type = await fileTypeFromBuffer(bytes);
  if (!isMediaType(type?.mime)) throw new FileRefused('FileTypeNotAccepted');
  if (endsAsArchive(bytes)) throw new FileRefused('FileIsTwoThings');
  return type.mime;
}

async function clean(
  bytes: Buffer,
  mediaType: MediaType,
  source: string,
  target: string,
): Promise<CleanedFile> {
  if (mediaType !== 'application/pdf') return cleanImage(source, target, mediaType);
  if (!isDocumentThroughout(bytes)) throw new FileRefused('FileIsTwoThings');
  await cleanDocument(bytes, target);
  return { mediaType, width: null, height: null };
}
