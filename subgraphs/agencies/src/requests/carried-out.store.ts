import { createHmac } from 'node:crypto';
import { accept, type Decision, type InvalidInput, isUuid, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';

/** A request that may carry a key of its sender. */
export interface KeyedRequest {
  /** UUID: same key and content, and the act is carried out once, however often it is asked for. */
  readonly idempotencyKey?: string | null | undefined;
}

/** How a request is known again; null for one without a key. */
export type RequestIdentity = { readonly scope: Buffer; readonly requestHash: Buffer } | null;

export type KeyRefusal = InvalidInput | { readonly kind: 'IdempotencyConflict' };

/** Names the request by sender, key and content; a key that could be guessed is refused, one in capitals is the same. */
export function identify(
  act: string,
  request: KeyedRequest,
  officerId: string,
): Decision<RequestIdentity, InvalidInput> {
  const key = request.idempotencyKey?.toLowerCase();
  if (key === undefined) return accept(null);
  if (!isUuid(key)) return refuse({ kind: 'InvalidInput', field: 'idempotencyKey', reason: 'MALFORMED' });
  const content = JSON.stringify({ ...request, idempotencyKey: key });
  const mac = (text: string): Buffer => createHmac('sha256', `${officerId}:${key}`).update(text).digest();
  return accept({ scope: mac('scope'), requestHash: mac(`${act}:${content}`) });
}

const FIND = /* sql */ `
  select subject_id as "subjectId", request_hash = $2 as "isSame" from carried_out where scope = $1
`;

/** What the same request did before; null when it comes for the first time. */
export async function findCarriedOut(
  tx: EntityManager,
  identity: RequestIdentity,
): Promise<Decision<string, KeyRefusal> | null> {
  if (identity === null) return null;
  const [earlier] = await tx.query<{ subjectId: string; isSame: boolean }[]>(FIND, [
    identity.scope,
    identity.requestHash,
  ]);
  if (!earlier) return null;
  return earlier.isSame ? accept(earlier.subjectId) : refuse({ kind: 'IdempotencyConflict' });
}

const REMEMBER = /* sql */ `
  insert into carried_out (scope, request_hash, subject_id, created_at) values ($1, $2, $3, $4)
`;

/** Remembers that it was carried out. The tree is held still, so that no other request takes the same key meanwhile. */
export async function rememberCarriedOut(
  tx: EntityManager,
  identity: RequestIdentity,
  subjectId: string,
  now: Date,
): Promise<void> {
  if (identity) await tx.query(REMEMBER, [identity.scope, identity.requestHash, subjectId, now]);
}
