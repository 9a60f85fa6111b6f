import type { EntityManager } from 'typeorm';
import type { RequestIdentity } from './request-identity.js';

const FIND = /* sql */ `
  select report_id as "reportId", request_hash = $2 as "isSame" from idempotency where scope = $1
`;

const REMEMBER = /* sql */ `
  insert into idempotency (scope, request_hash, report_id, created_at) values ($1, $2, $3, $4)
  on conflict (scope) do nothing returning report_id
`;

/** What an earlier request under the same key did, and whether it said the same. */
export async function findCarriedOut(
  tx: EntityManager,
  identity: RequestIdentity,
): Promise<{ readonly reportId: string; readonly isSame: boolean } | null> {
  const [earlier] = await tx.query<{ reportId: string; isSame: boolean }[]>(FIND, [
    identity.scope,
    identity.requestHash,
  ]);
  return earlier ?? null;
}

/** False when the key is taken already; waits for a transaction that is just taking it. */
export async function rememberRequest(
  tx: EntityManager,
  identity: RequestIdentity,
  reportId: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(REMEMBER, [identity.scope, identity.requestHash, reportId, now]);
  return rows.length > 0;
}
