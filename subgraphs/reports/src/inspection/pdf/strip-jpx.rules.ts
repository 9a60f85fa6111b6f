const HEADER_BYTES = 8;

/** What a decoder of JPEG 2000 needs; `xml `, `uuid` and the rest tell of camera and place. */
const NEEDED: ReadonlySet<string> = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);

/** A JPEG 2000 without its metadata: the boxes that make the picture. A bare code stream is one already. */
export function stripJpx(bytes: Buffer): Buffer | null {
  if (bytes.subarray(0, 4).toString('hex') === 'ff4fff51') return bytes;
  const kept: Buffer[] = [];
  for (let at = 0; at + HEADER_BYTES <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = length === 0 ? bytes.length : at + length; // 0: up to the end
    if ((length > 0 && length < HEADER_BYTES) || end > bytes.length) return null;
    if (NEEDED.has(bytes.toString('latin1', at + 4, at + HEADER_BYTES))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return kept.length > 0 ? Buffer.concat(kept) : null;
}
