import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { PasskeyCheck } from '../passkey/passkey-check.js';
import { findAccount, lockCredentials } from './account.store.js';
import { type Attempts, BUSY, type TooManyAttempts } from './attempts.js';
import { readGivenPassword } from './credentials.rules.js';
import type { Passwords } from './passwords.js';

/** What was shown does not prove that the owner of the account is there. */
export interface OwnerNotProven {
  readonly kind: 'OwnerNotProven';
}

/** Why a proof was not taken. */
export type ProofRefusal = InvalidInput | OwnerNotProven | TooManyAttempts;

/** Whoever found a device unlocked has its session, and neither of these. One of them is enough. */
export interface Proof {
  readonly password?: string | null | undefined;
  /** What a passkey of the account has answered to a challenge for signing in. */
  readonly passkey?: string | null | undefined;
}

/** What was proved, to be looked at once more by whoever acts on it. */
export interface Proven {
  /** The password that was shown, as it was stored; null where it was a passkey. */
  readonly passwordHash: string | null;
}

/**
 * Does it still prove the owner? The credentials are locked from here on, so that a password that is changed in this
 * moment does not let its finder change it back.
 */
export async function isStillProven(
  tx: EntityManager,
  accountId: string,
  { passwordHash }: Proven,
): Promise<boolean> {
  const account = await lockCredentials(tx, accountId);
  return account !== null && (passwordHash === null || passwordHash === account.passwordHash);
}

/** Asks the owner of an account to prove to be there, before what cannot be undone or lets somebody in later. */
export class FreshProof {
  constructor(
    private readonly database: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly passkeys: PasskeyCheck | null,
  ) {}

  check({ password, passkey }: Proof, accountId: string): Promise<Decision<Proven, ProofRefusal>> {
    if (typeof password === 'string') return this.byPassword(password, accountId);
    if (typeof passkey === 'string') return this.byPasskey(passkey, accountId);
    return Promise.resolve(refuse({ kind: 'OwnerNotProven' }));
  }

  private async byPassword(password: string, accountId: string): Promise<Decision<Proven, ProofRefusal>> {
    const given = readGivenPassword(password);
    if (!given.ok) return given;
    if (this.passwords.isBusy) return refuse(BUSY);
    const allowed = await this.attempts.count(accountId);
    if (!allowed.ok) return allowed;
    const account = await findAccount(this.database.manager, accountId);
    const isRight = await this.passwords.matches(given.value, account?.passwordHash ?? null);
    if (!account || !isRight) return refuse({ kind: 'OwnerNotProven' });
    await this.attempts.forget(accountId);
    return accept({ passwordHash: account.passwordHash });
  }

  private async byPasskey(answer: string, accountId: string): Promise<Decision<Proven, ProofRefusal>> {
    const proven = await inTransaction(
      this.database,
      async (tx) => (await this.passkeys?.accountOf(tx, answer)) ?? null,
    );
    return proven === accountId ? accept({ passwordHash: null }) : refuse({ kind: 'OwnerNotProven' });
  }
}
