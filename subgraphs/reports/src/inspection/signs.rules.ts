/**
 * The test virus that scanners agree on. Written in two halves, so that no scanner takes this file for it.
 * Who can send this unnoticed can send anything, so it is looked for in whatever comes.
 */
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** The end record of a ZIP archive lies within its last 22 bytes and a comment of at most 64 KiB. */
const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const ZIP_TAIL = 22 + 0xffff;

const PDF_HEAD = Buffer.from('%PDF-');
const PDF_END = Buffer.from('%%EOF');
/** Blanks and line ends that programs leave behind the end of a document. */
const PDF_TAIL = /^[\s\0]*$/;

export function isTestVirus(bytes: Buffer): boolean {
  return bytes.includes(EICAR);
}

/** Whether the bytes can be opened as an archive as well as what they begin as. */
export function endsAsArchive(bytes: Buffer): boolean {
  return bytes.subarray(Math.max(0, bytes.length - ZIP_TAIL)).includes(ZIP_END);
}

/** Whether a document is one from its first byte to its last: nothing before its head, nothing behind its end. */
export function isDocumentThroughout(bytes: Buffer): boolean {
  if (!bytes.subarray(0, PDF_HEAD.length).equals(PDF_HEAD)) return false;
  const end = bytes.lastIndexOf(PDF_END);
  return end >= 0 && PDF_TAIL.test(bytes.subarray(end + PDF_END.length).toString('latin1'));
}
