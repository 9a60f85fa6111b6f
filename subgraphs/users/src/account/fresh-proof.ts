import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { PasskeyCheck } from '../passkey/passkey-check.js';
import { findAccount } from './account.store.js';
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

/** Asks the owner of an account to prove to be there, before what cannot be undone or lets somebody in later. */
export class FreshProof {
  constructor(
    private readonly database: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly passkeys: PasskeyCheck | null,
  ) {}

  check({ password, passkey }: Proof, accountId: string): Promise<Decision<true, ProofRefusal>> {
    if (typeof password === 'string') return this.byPassword(password, accountId);
    if (typeof passkey === 'string') return this.byPasskey(passkey, accountId);
    return Promise.resolve(refuse({ kind: 'OwnerNotProven' }));
  }

  private async byPassword(password: string, accountId: string): Promise<Decision<true, ProofRefusal>> {
    const given = readGivenPassword(password);
    if (!given.ok) return given;
    if (this.passwords.isBusy) return refuse(BUSY);
    const allowed = await this.attempts.count(accountId);
    if (!allowed.ok) return allowed;
    const account = await findAccount(this.database.manager, accountId);
    const isRight = await this.passwords.matches(given.value, account?.passwordHash ?? null);
    if (!isRight) return refuse({ kind: 'OwnerNotProven' });
    await this.attempts.forget(accountId);
    return accept(true);
  }

  private async byPasskey(answer: string, accountId: string): Promise<Decision<true, ProofRefusal>> {
    const proven = await inTransaction(
      this.database,
      async (tx) => (await this.passkeys?.accountOf(tx, answer)) ?? null,
    );
    return proven === accountId ? accept(true) : refuse({ kind: 'OwnerNotProven' });
  }
}
