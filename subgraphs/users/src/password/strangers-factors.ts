import type { EntityManager } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';
import { lockCredentials } from '../account/account.store.js';
import { holdAppointments } from '../appointment/appointments.query.js';
import { PasskeyEntity } from '../passkey/passkey.entity.js';
import type { Contact } from '../phone/contact.js';
import { forgetSecondFactor } from '../second-factor/second-factor.store.js';

/**
 * An address or number that nobody had verified may have been somebody else's idea: an app or a passkey that was added to it
 * must not keep the one whose it is out, nor let a stranger in; nor must a telephone that was added to an address. Whoever
 * holds a post was let in by an office, and keeps theirs.
 *
 * @param by what its owner has just shown to be theirs
 * @returns whether it is such an account
 */
export async function forgetStrangersFactors(
  tx: EntityManager,
  accountId: string,
  by: Contact['kind'],
): Promise<boolean> {
  const account = await lockCredentials(tx, accountId);
  const posts = await holdAppointments(tx, accountId);
  const verifiedAt = by === 'EMAIL' ? account?.emailVerifiedAt : account?.phoneVerifiedAt;
  if (verifiedAt !== null || posts.length > 0) return false;
  await forgetSecondFactor(tx, accountId);
  await tx.delete(PasskeyEntity, { accountId });
  if (by === 'EMAIL') {
    const nothing = { phoneHash: null, sealedPhone: null, phoneVerifiedAt: null };
    await tx.update(AccountEntity, { id: accountId }, nothing);
  }
  return true;
}
