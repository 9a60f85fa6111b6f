const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const START_OF_SCAN = 0xda;
const FIRST_APP = 0xe0;
const ADOBE = 0xee;
const LAST_APP = 0xef;
const COMMENT = 0xfe;

/**
 * A JPEG without what its camera and programs wrote into it: the place, the day, the owner. Colours need the segment
 * of Adobe; every other application segment and every comment goes, and so does what lies behind the image's end.
 * Null for what is no JPEG.
 */
export function stripJpeg(bytes: Buffer): Buffer | null {
  if (bytes[0] !== MARKER || bytes[1] !== START_OF_IMAGE) return null;
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== MARKER) return null;
    const kind = bytes.readUInt8(at + 1);
    if (kind === MARKER) {
      at += 1; // any number of them may fill the gap between two segments
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    if (!isTold(kind)) kept.push(bytes.subarray(at, end));
    at = end;
    if (kind !== START_OF_SCAN) continue;
    const scanEnd = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
    if (bytes[at + 1] === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
  }
  return null;
}

/** Whether a segment tells something beside the image. */
function isTold(kind: number): boolean {
  return kind === COMMENT || (kind >= FIRST_APP && kind <= LAST_APP && kind !== ADOBE);
}

/** Where the coded pixels end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(MARKER, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const kind = bytes.readUInt8(at + 1);
    if (kind !== 0 && kind !== MARKER && !(kind >= 0xd0 && kind <= 0xd7)) return at;
    at = bytes.indexOf(MARKER, at + (kind === MARKER ? 1 : 2));
  }
  return bytes.length;
}
