import { createHmac } from 'node:crypto';
import { type InvalidInput, isUuid, type Viewer } from '@satu-pintu/domain-kit';

/** How a request is known again: who sent it under which key, what it asked for and what it said. */
export interface RequestIdentity {
  readonly scope: Buffer;
  readonly requestHash: Buffer;
}

/** A request that may carry a key of its sender. */
interface KeyedRequest {
  readonly idempotencyKey?: string | null | undefined;
}

/** Only a UUID is unguessable enough to be the secret of a visitor; any other key is refused before it is looked up. */
export function refuseKey({ idempotencyKey }: KeyedRequest): InvalidInput | null {
  const isUsable = idempotencyKey === undefined || idempotencyKey === null || isUuid(idempotencyKey);
  return isUsable ? null : { kind: 'InvalidInput', field: 'idempotencyKey', reason: 'MALFORMED' };
}

/**
 * A key in capitals is the same UUID. Keyed with the sender's own secret, so that the rows of one person cannot be joined, nor a short text be guessed
 * from its hash. A visitor's key is a secret by itself: 122 random bits.
 */
export function requestIdentity(act: string, request: KeyedRequest, viewer: Viewer): RequestIdentity | null {
  const key = request.idempotencyKey?.toLowerCase();
  if (key === undefined) return null;
  const content = JSON.stringify({ ...request, idempotencyKey: key });
  const mac = (text: string): Buffer =>
    createHmac('sha256', `${viewer.reporterKey ?? 'visitor'}:${key}`)
      .update(text)
      .digest();
  return { scope: mac('scope'), requestHash: mac(`${act}:${content}`) };
}
