import { PDFArray, PDFDict, type PDFObject, PDFName, PDFStream } from '@cantoo/pdf-lib';

/** The name behind a key, without its slash. */
export function nameOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFName ? object.decodeText() : null;
}

/** The dictionary of an object that has one. */
export function dictOf(object: PDFObject | undefined): PDFDict | null {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : null;
}

/**
 * Every dictionary in an object, its own first. References are not followed: each object of a document is visited by
 * itself. A loop and no recursion, since a document may nest as deep as it likes.
 */
export function* dictsIn(object: PDFObject): Generator<PDFDict> {
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const dict = dictOf(next);
    if (dict) {
      yield dict;
      waiting.push(...dict.values());
    } else if (next instanceof PDFArray) {
      waiting.push(...next.asArray());
    }
  }
}
