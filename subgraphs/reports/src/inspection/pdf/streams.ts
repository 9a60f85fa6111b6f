import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { MAX_PIXELS, MAX_UNPACKED } from '../limits.js';
import { FileRefused } from '../verdict.js';
import { nameOf } from './names.js';
import { stripJpeg } from './strip-jpeg.rules.js';
import { stripJpx } from './strip-jpx.rules.js';

/** How images are coded that may carry metadata of their own, and what takes it out. */
const IMAGE_CODES: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
  DCTDecode: stripJpeg,
  JPXDecode: stripJpx,
};

/** Unpacked by whoever looks at them, one at a time and by their size in pixels, which is measured here. */
const OPAQUE: ReadonlySet<string> = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** Refuses what unpacks beyond all measure, and takes the metadata out of photographs. */
export function tameStreams(context: PDFContext): void {
  let unpacked = 0;
  for (const [ref, stream] of context.enumerateIndirectObjects()) {
    if (!(stream instanceof PDFRawStream)) continue;
    assertOwnContent(stream.dict);
    if (isImage(stream.dict)) assertWithinPixels(stream.dict);
    else unpacked += unpackedSize(stream);
    if (unpacked > MAX_UNPACKED) throw new FileRefused('FileTooDemanding');
    const bare = withoutMetadata(stream);
    if (bare) context.assign(ref, bare);
  }
}

/** A stream may name a file outside that holds its content. */
function assertOwnContent(dict: PDFDict): void {
  if (dict.has(PDFName.of('F'))) throw new FileRefused('FileHasActiveContent');
}

function isImage(dict: PDFDict): boolean {
  return nameOf(dict.lookup(PDFName.of('Subtype'))) === 'Image';
}

function assertWithinPixels(dict: PDFDict): void {
  const [width, height] = ['Width', 'Height'].map((key) => dict.lookup(PDFName.of(key)));
  if (!(width instanceof PDFNumber) || !(height instanceof PDFNumber))
    throw new FileRefused('FileUnreadable');
  if (width.asNumber() * height.asNumber() > MAX_PIXELS) throw new FileRefused('FileTooDemanding');
}

function unpackedSize(stream: PDFRawStream): number {
  const filters = filtersOf(stream.dict);
  if (filters.some((filter) => OPAQUE.has(filter))) return stream.contents.length;
  if (filters.length === 1 && filters[0] === 'FlateDecode') return inflatedSize(stream.contents);
  return decodePDFRawStream(stream).decode().length;
}

/** Stops at the limit. A stream that ends too soon is read as far as it goes, as every viewer does. */
function inflatedSize(contents: Uint8Array): number {
  try {
    return inflateSync(contents, { maxOutputLength: MAX_UNPACKED, finishFlush: 2 }).length;
  } catch (error) {
    const isTooLong = error instanceof RangeError;
    throw new FileRefused(isTooLong ? 'FileTooDemanding' : 'FileUnreadable');
  }
}

/** The same image with the picture alone; null where nothing is to be taken out. */
function withoutMetadata(stream: PDFRawStream): PDFRawStream | null {
  const filters = filtersOf(stream.dict);
  const code = filters.at(-1);
  const strip = code === undefined ? undefined : IMAGE_CODES[code];
  if (code === undefined || !strip) return null;
  const bare = strip(Buffer.from(unwrapped(stream, filters.slice(0, -1))));
  if (!bare) throw new FileRefused('FileUnreadable');
  const dict = stream.dict.clone();
  dict.set(PDFName.of('Filter'), PDFName.of(code));
  if (filters.length > 1) dict.delete(PDFName.of('DecodeParms'));
  return PDFRawStream.of(dict, bare);
}

/** An image that was packed once more, as some programs do. */
function unwrapped({ dict, contents }: PDFRawStream, wrappers: readonly string[]): Uint8Array {
  if (wrappers.length === 0) return contents;
  const wrapped = dict.clone();
  wrapped.set(PDFName.of('Filter'), dict.context.obj([...wrappers]));
  wrapped.delete(PDFName.of('DecodeParms'));
  return decodePDFRawStream(PDFRawStream.of(wrapped, contents)).decode();
}

function filtersOf(dict: PDFDict): readonly string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray().map((_, at) => filter.lookup(at)) : [filter];
  return filters.flatMap((found) => nameOf(found) ?? []);
}
