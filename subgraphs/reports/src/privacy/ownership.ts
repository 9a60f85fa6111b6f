import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '@satu-pintu/domain-kit';
import { deriveKey } from '@satu-pintu/service-kit';

/** Crockford's base 32: no I, L, O or U, so a code survives being read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

/**
 * The tag that lets an account prove "this report is mine" without a stored link: HMAC of the report's id under the
 * account's secret. Without the secret, two tags of one person cannot be told from those of two.
 */
export function ownerTagOf(reporterKey: string, reportId: string): Buffer {
  return tagOf(reporterKey, `owner:${reportId}`);
}

/** The tag under which an account supports a report: it says "once", and tells neither who nor what else they support. */
export function supporterTagOf(reporterKey: string, reportId: string): Buffer {
  return tagOf(reporterKey, `supporter:${reportId}`);
}

/** Makes access codes: 50 bits that prove the same as an account, for a report filed without one. */
export class AccessCodes {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = deriveKey(secret, 'access-code');
  }

  /** Derived from the report's id, so there is nothing to store and nothing to steal. */
  codeOf(reportId: string): string {
    const digest = createHmac('sha256', this.key).update(reportId).digest();
    const code = Array.from(digest.subarray(0, CODE_LENGTH), (byte) =>
      ALPHABET.charAt(byte % ALPHABET.length),
    );
    return code.join('');
  }

  /** Compares in constant time; forgives case, spaces, dashes, and the letters that look like digits. */
  matches(reportId: string, given: string): boolean {
    const typed = Buffer.from(
      normalizeCode(given)
        .padEnd(CODE_LENGTH)
        .slice(0, CODE_LENGTH + 1),
    );
    const right = Buffer.from(this.codeOf(reportId));
    return typed.length === right.length && timingSafeEqual(typed, right);
  }
}

/** What ownership is read from. */
export interface OwnedReport {
  readonly id: string;
  readonly ownerTag: Buffer | null;
}

/** Did the viewer's own account file it? */
export function isOfAccount(report: OwnedReport, viewer: Viewer): boolean {
  if (viewer.reporterKey === null || report.ownerTag === null) return false;
  return timingSafeEqual(ownerTagOf(viewer.reporterKey, report.id), report.ownerTag);
}

/** What a request brings to show that the report is the viewer's own. */
export interface ProofOfOwnership {
  isReporter(report: OwnedReport): boolean;
}

/** Proof by the signed-in account, or by the access code where one was given. */
export function proofOf(
  viewer: Viewer,
  accessCode: string | null | undefined,
  codes: AccessCodes,
): ProofOfOwnership {
  return {
    isReporter(report) {
      const byAccount = isOfAccount(report, viewer);
      // Both are computed, whatever the first says: the answer takes the same time.
      const byCode = codes.matches(report.id, accessCode ?? '');
      return byAccount || byCode;
    },
  };
}

function normalizeCode(given: string): string {
  return given.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

function tagOf(reporterKey: string, subject: string): Buffer {
  return createHmac('sha256', Buffer.from(reporterKey, 'base64url')).update(subject).digest();
}
