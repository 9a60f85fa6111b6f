import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
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

/** Whoever found a device unlocked has its session, and neither of these. */
export interface Proof {
  readonly password: string;
}

/** Asks the owner of an account to prove to be there, before what cannot be undone or lets somebody in later. */
export class FreshProof {
  constructor(
    private readonly database: DataSource,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
  ) {}

  async check({ password }: Proof, accountId: string): Promise<Decision<true, ProofRefusal>> {
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
}
