import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import { FileRefused } from '../verdict.js';
import { dictsIn, nameOf } from './names.js';

/** Keys that bring something along that acts, or another file. */
const ACTIVE_KEYS: ReadonlySet<string> = new Set([
  'JS',
  'JavaScript',
  'EF',
  'EmbeddedFiles',
  'RichMediaContent',
  'RichMediaSettings',
  'XFA',
]);

/** Actions that do more than turn a page or open an address that is shown. */
const ACTIVE_ACTIONS: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'ImportData',
  'SubmitForm',
  'GoToE',
  'GoToR',
  'GoTo3DView',
  'Movie',
  'Rendition',
  'RichMediaExecute',
  'Sound',
]);

/** Kinds of objects and annotations that hold files, films or programs. */
const ACTIVE_TYPES: ReadonlySet<string> = new Set([
  '3D',
  'EmbeddedFile',
  'FileAttachment',
  'Movie',
  'RichMedia',
  'Screen',
  'Sound',
]);

/**
 * Refuses a document that can do something or carries another file, wherever in it that stands. What is harmless
 * among actions (a first page to show, an address to open) is left behind later, and no reason to refuse.
 */
export function assertPassive(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const dict of dictsIn(object)) if (isActive(dict)) throw new FileRefused('FileHasActiveContent');
  }
}

function isActive(dict: PDFDict): boolean {
  const entries = dict.entries().map(([key, value]) => [nameOf(key) ?? '', nameOf(value) ?? ''] as const);
  return entries.some(
    ([key, value]) =>
      ACTIVE_KEYS.has(key) ||
      (key === 'S' && ACTIVE_ACTIONS.has(value)) ||
      ((key === 'Type' || key === 'Subtype') && ACTIVE_TYPES.has(value)),
  );
}
