import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AccountCodeEntity, type CodePurpose } from './account-code.entity.js';

/** A code that is unknown, used or over is one and the same to whoever brings it. */
export interface CodeNotFound {
  readonly kind: 'CodeNotFound';
}

const HOUR_MS = 3_600_000;
/** Whoever reads a mailbox later should find nothing that still opens an account. */
const LIFE_MS: Readonly<Record<CodePurpose, number>> = {
  VERIFY_EMAIL: 24 * HOUR_MS,
  RESET_PASSWORD: HOUR_MS / 2,
};

const FIND = /* sql */ `
  select account_id as "accountId" from account_code
   where code_hash = $1 and purpose = $2 and expires_at > $3
`;

/** Makes a code; an earlier one for the same purpose works no longer. */
export async function issueCode(
  tx: EntityManager,
  accountId: string,
  purpose: CodePurpose,
  now: Date,
): Promise<string> {
  const code = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIFE_MS[purpose]);
  await tx.delete(AccountCodeEntity, { accountId, purpose });
  await tx.insert(AccountCodeEntity, { codeHash: hashOf(code), accountId, purpose, expiresAt });
  return code;
}

/** Whose a code is; null for one that does not work. */
export async function findCode(
  tx: EntityManager,
  code: string,
  purpose: CodePurpose,
  now: Date,
): Promise<string | null> {
  const [found] = await tx.query<{ accountId: string }[]>(FIND, [hashOf(code), purpose, now]);
  return found?.accountId ?? null;
}

/** Uses a code up; false when somebody else was quicker. */
export async function spendCode(tx: EntityManager, code: string): Promise<boolean> {
  const { affected } = await tx.delete(AccountCodeEntity, { codeHash: hashOf(code) });
  return affected === 1;
}

/** No code that was sent before works any more. */
export async function forgetCodes(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(AccountCodeEntity, { accountId });
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
