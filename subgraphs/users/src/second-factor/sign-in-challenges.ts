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

const FIND = /* sql */ `
  select account_id as "accountId" from sign_in_challenge where challenge_hash = $1 and expires_at > $2
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

/**
 * Whose sign-in it is; null when it is unknown, answered or over. It is not held: sign-ins of one account wait for each
 * other at the factor, and whoever held a challenge meanwhile would wait for the one that forgets them all.
 */
export async function findChallenge(tx: EntityManager, challenge: string, now: Date): Promise<string | null> {
  const [found] = await tx.query<{ accountId: string }[]>(FIND, [hashOf(challenge), now]);
  return found?.accountId ?? null;
}

/** Answers a challenge; false when somebody else was quicker. */
export async function spendChallenge(tx: EntityManager, challenge: string): Promise<boolean> {
  const { affected } = await tx.delete(SignInChallengeEntity, { challengeHash: hashOf(challenge) });
  return affected === 1;
}

/** No sign-in that was begun before is completed: one was, or its password is no longer the right one. */
export async function forgetChallenges(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(SignInChallengeEntity, { accountId });
}

function hashOf(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}
