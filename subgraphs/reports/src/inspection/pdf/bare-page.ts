import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFPageLeaf } from '@cantoo/pdf-lib';
import { dictOf, dictsIn, nameOf } from './names.js';

/** What a page is made of; actions, threads, thumbnails, tags and whatever a program keeps for itself go. */
const OF_A_PAGE: ReadonlySet<string> = new Set([
  'Type',
  'Parent',
  'MediaBox',
  'CropBox',
  'Rotate',
  'UserUnit',
  'Group',
  'Resources',
  'Contents',
  'Annots',
]);

/** Annotations that are part of what is seen: filled fields, stamps, marks. Links go, and comments with their authors. */
const SEEN: ReadonlySet<string> = new Set([
  'Widget',
  'Stamp',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Ink',
  'FreeText',
  'Square',
  'Circle',
  'Line',
  'Polygon',
  'PolyLine',
]);

/** Of these, how they look and where; not who made them, when, and what they were called. */
const OF_AN_ANNOTATION: ReadonlySet<string> = new Set(['Type', 'Subtype', 'Rect', 'F', 'AP', 'AS']);

/** What programs write beside any object: who made it, when, from which file. */
const TOLD_BESIDE = [
  'AA',
  'AF',
  'Alternates',
  'LastModified',
  'Metadata',
  'OPI',
  'PieceInfo',
  'PtData',
  'Ref',
  'StructParent',
  'StructParents',
  'Thumb',
].map((key) => PDFName.of(key));

/** Takes out of every object what is told beside it. */
export function forgetWhatIsToldBeside(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) for (const key of TOLD_BESIDE) dict.delete(key);
  }
}

/** Leaves of a page what is seen. */
export function barePage(page: PDFPageLeaf): void {
  keepOnly(page, OF_A_PAGE);
  const annotations = page.lookup(PDFName.of('Annots'));
  page.delete(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const seen = annotations
    .asArray()
    .map((_, at) => dictOf(annotations.lookup(at)))
    .filter((dict) => dict !== null)
    .filter(isSeen);
  for (const annotation of seen) keepOnly(annotation, OF_AN_ANNOTATION);
  if (seen.length > 0) page.set(PDFName.of('Annots'), page.context.obj(seen));
}

function isSeen(annotation: PDFDict): boolean {
  const kind = nameOf(annotation.lookup(PDFName.of('Subtype'))) ?? '';
  return SEEN.has(kind) && annotation.lookup(PDFName.of('AP')) instanceof PDFDict;
}

function keepOnly(dict: PDFDict, kept: ReadonlySet<string>): void {
  for (const key of dict.keys()) if (!kept.has(nameOf(key) ?? '')) dict.delete(key);
}
