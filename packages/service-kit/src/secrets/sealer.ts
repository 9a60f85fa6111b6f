import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals small values so that only holders of the key can read or make them; each seal differs from the last. */
export interface Sealer<Value> {
  seal(value: Value): string;
  /** The value, or null for anything that this key and context did not seal. */
  open(sealed: string): Value | null;
}

/**
 * AES-256-GCM with a key derived for one context (RFC 5869), so a seal made for one purpose does not open for another.
 * Output is base64url(nonce, ciphertext, tag).
 */
export function createSealer<Value>(secret: string, context: string): Sealer<Value> {
  const key = deriveKey(secret, context);
  return {
    seal(value) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        const body = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return JSON.parse(Buffer.concat([body, decipher.final()]).toString('utf8')) as Value;
      } catch {
        return null;
      }
    },
  };
}

/** 32 bytes for one purpose out of one secret (HKDF-SHA256). */
export function deriveKey(secret: string, context: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', context, 32));
}
