import { createHmac } from 'node:crypto';
import type { Viewer } from '@satu-pintu/domain-kit';

/** How a request is known again: who sent it under which key, and what it said. */
export interface RequestIdentity {
  readonly scope: Buffer;
  readonly requestHash: Buffer;
}

/**
 * Keyed with the sender's own secret, so that the rows of one person cannot be joined, nor a short text be guessed
 * from its hash. A visitor's key is a secret by itself: 122 random bits.
 */
export function requestIdentity(
  request: { readonly idempotencyKey?: string | null | undefined },
  viewer: Viewer,
): RequestIdentity | null {
  const key = request.idempotencyKey;
  if (key === undefined || key === null) return null;
  const mac = (text: string): Buffer => createHmac('sha256', `${viewer.reporterKey ?? 'visitor'}:${key}`).update(text).digest();
  return { scope: mac('scope'), requestHash: mac(JSON.stringify(request)) };
}
