import { writeFile } from 'node:fs/promises';
import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import { MAX_PAGES } from '../limits.js';
import { FileRefused } from '../verdict.js';
import { assertPassive } from './active-content.js';
import { barePage, forgetWhatIsToldBeside } from './bare-page.js';
import { tameStreams } from './streams.js';

/**
 * Copies the pages of a document into a new one: what they show, and nothing of the file around them. Catalogue,
 * forms, names, attachments, outlines, tags, earlier revisions, author and history stay behind.
 */
export async function cleanDocument(bytes: Buffer, target: string): Promise<void> {
  const sent = await open(bytes);
  assertPassive(sent.context);
  tameStreams(sent.context);
  forgetWhatIsToldBeside(sent.context);
  const made = await copyPages(sent);
  assertPassive(made.context);
  await writeFile(target, await made.save({ addDefaultPage: false, updateFieldAppearances: false }));
}

async function open(bytes: Buffer): Promise<PDFDocument> {
  try {
    // XFA is kept, to be found and refused.
    const document = await PDFDocument.load(bytes, { updateMetadata: false, preserveXFA: true });
    if (document.context.trailerInfo.Encrypt) throw new FileRefused('FileIsEncrypted');
    return document;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(error instanceof EncryptedPDFError ? 'FileIsEncrypted' : 'FileUnreadable');
  }
}

async function copyPages(sent: PDFDocument): Promise<PDFDocument> {
  try {
    const count = sent.getPageCount();
    if (count > MAX_PAGES) throw new FileRefused('FileTooDemanding');
    if (count === 0) throw new FileRefused('FileUnreadable');
    for (const page of sent.getPages()) barePage(page.node);
    const made = await PDFDocument.create({ updateMetadata: false });
    for (const page of await made.copyPages(sent, sent.getPageIndices())) made.addPage(page);
    delete made.context.trailerInfo.Info;
    delete made.context.trailerInfo.ID;
    return made;
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('FileUnreadable');
  }
}
