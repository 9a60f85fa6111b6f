import { createHash } from 'node:crypto';

/** Namespace of the ids that we give to things which others named first. */
const NAMESPACE = Buffer.from('6f1a1b0e2d554a539d0a6a7c0f4b5e11', 'hex');

/**
 * The same id for the same thing on every machine (UUID version 5, RFC 9562), so that loading known facts twice
 * changes nothing. For public things only: whoever knows the name knows the id.
 */
export function stableId(kind: 'agency' | 'officer' | 'account' | 'category', name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`${kind}:${name}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
