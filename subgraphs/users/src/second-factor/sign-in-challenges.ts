import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SignInChallengeEntity } from './sign-in-challenge.entity.js';

/** Long enough to look for a telephone. */
const LIFE_MS = 5 * 60_000;

/** The password was right; the code of the authenticator app is awaited. */
export interface SecondFactorRequired {
  readonly kind: 'SecondFactorRequired';
  readonly challenge: string;
  readonly expiresAt: Date;
}

const OPEN = /* sql */ `
  with forgotten as (delete from sign_in_challenge where account_id = $2 and expires_at <= $4)
  insert into sign_in_challenge (challenge_hash, account_id, expires_at) values ($1, $2, $3)
`;

const LOCK = /* sql */ `
  select account_id as "accountId" from sign_in_challenge where challenge_hash = $1 and expires_at > $2 for update
`;

/** Asks for the second factor of an account; those that nobody answered in time are forgotten. */
export async function openChallenge(
  tx: EntityManager,
  accountId: string,
  now: Date,
): Promise<SecondFactorRequired> {
  const challenge = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  await tx.query(OPEN, [hashOf(challenge), accountId, expiresAt, now]);
  return { kind: 'SecondFactorRequired', challenge, expiresAt };
}

/** Whose sign-in it is, held so that nobody else completes it; null when it is unknown, answered or over. */
export async function lockChallenge(tx: EntityManager, challenge: string, now: Date): Promise<string | null> {
  const [found] = await tx.query<{ accountId: string }[]>(LOCK, [hashOf(challenge), now]);
  return found?.accountId ?? null;
}

/** No sign-in that was begun before is completed: one was, or its password is no longer the right one. */
export async function forgetChallenges(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(SignInChallengeEntity, { accountId });
}

function hashOf(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}
