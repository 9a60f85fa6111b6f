import type { EntityManager } from 'typeorm';
import { forgetCodes } from '../account/account-codes.js';
import { savePassword } from '../account/account.store.js';
import { forgetPhoneCodes } from '../phone/phone-codes.js';
import { forgetChallenges } from '../second-factor/sign-in-challenges.js';
import { endOtherSessions } from '../session/session.store.js';

/** Who gets another password, and which of their sessions goes on; null for none. */
export interface NewPassword {
  readonly accountId: string;
  readonly passwordHash: string;
  readonly sparedSession: string | null;
  readonly now: Date;
}

/** Gives an account another password. Whatever was begun with the old one ends with it. */
export async function replacePassword(
  tx: EntityManager,
  { accountId, passwordHash, sparedSession, now }: NewPassword,
): Promise<void> {
  await savePassword(tx, accountId, passwordHash);
  await forgetCodes(tx, accountId);
  await forgetPhoneCodes(tx, accountId);
  await forgetChallenges(tx, accountId);
  await endOtherSessions(tx, accountId, sparedSession, now);
}
