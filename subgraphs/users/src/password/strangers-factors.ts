import type { EntityManager } from 'typeorm';
import { lockCredentials } from '../account/account.store.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import { PasskeyEntity } from '../passkey/passkey.entity.js';
import { forgetSecondFactor } from '../second-factor/second-factor.store.js';

/**
 * An address that nobody had verified may have been somebody else's idea: an app or a passkey that was added to it must not keep
 * the one whose address it is out, nor let a stranger in. Whoever holds a post was let in by an office, and keeps theirs.
 *
 * @returns whether it is such an account
 */
export async function forgetStrangersFactors(tx: EntityManager, accountId: string): Promise<boolean> {
  const account = await lockCredentials(tx, accountId);
  const posts = await holdAppointments(tx, accountId);
  if (account?.emailVerifiedAt !== null || posts.length > 0) return false;
  await forgetSecondFactor(tx, accountId);
  await tx.delete(PasskeyEntity, { accountId });
  return true;
}
