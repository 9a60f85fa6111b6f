import { createHash, randomBytes } from 'node:crypto';

/** Days in which an invitation can be accepted. */
const VALID_DAYS = 14;
const CODE_BYTES = 20;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** How a person takes up a post: a code that is told once, and kept as a hash. */
export interface Invitation {
  /** 160 random bits in hexadecimal: nothing in it means anything to a spreadsheet. */
  readonly code: string;
  /** SHA-256 of the code, base64url; a code of this length cannot be guessed back. */
  readonly codeHash: string;
  readonly expiresAt: Date;
}

/** A new invitation, valid for two weeks. */
export function newInvitation(now: Date): Invitation {
  return invitationBy(randomBytes(CODE_BYTES), now);
}

/** An invitation by a code that is given, from now on. */
export function invitationBy(secret: Buffer, now: Date): Invitation {
  const code = secret.subarray(0, CODE_BYTES).toString('hex');
  return {
    code,
    codeHash: createHash('sha256').update(code).digest('base64url'),
    expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS),
  };
}
