import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { TooManyAttempts } from '../account/attempts.js';
import type { Vault } from '../vault/vault.js';
import { plainRecoveryCode } from './recovery-codes.js';
import { countWrongCode, decideStep, decideTry, type InvalidCode } from './second-factor.rules.js';
import { lockSecondFactor, saveTry, spendRecoveryCode } from './second-factor.store.js';
import type { SecondFactorEntity } from './second-factor.entity.js';
import { stepOf } from './totp.js';

/** What somebody brings as second factor: one of the two. */
export interface GivenCode {
  readonly code?: string | null;
  readonly recoveryCode?: string | null;
}

/** Why it was not taken. */
export type CodeRefusal = InvalidInput | InvalidCode | TooManyAttempts;

/** Tries a code on the factor of an account. Who has none in force brings nothing and is let through. */
export async function checkCode(
  tx: EntityManager,
  vault: Vault,
  accountId: string,
  given: GivenCode,
  now: Date,
): Promise<Decision<true, CodeRefusal>> {
  const factor = await lockSecondFactor(tx, accountId);
  if (!factor) return accept(true);
  const { code, recoveryCode } = given;
  const hasCode = typeof code === 'string';
  if (hasCode === (typeof recoveryCode === 'string')) {
    return refuse({ kind: 'InvalidInput', field: 'code', reason: hasCode ? 'MALFORMED' : 'EMPTY' });
  }
  const allowed = decideTry(factor, now);
  if (!allowed.ok) return allowed;
  const step = hasCode
    ? tryCode(factor, vault, code, now)
    : await tryRecoveryCode(tx, factor, vault, recoveryCode ?? '', now);
  await saveTry(
    tx,
    accountId,
    step.ok
      ? { lastStep: step.value, wrongCodes: 0, wrongSince: null }
      : { lastStep: factor.lastStep, ...countWrongCode(factor, now) },
  );
  return step.ok ? accept(true) : step;
}

function tryCode(
  factor: SecondFactorEntity,
  vault: Vault,
  code: string,
  now: Date,
): Decision<number, InvalidCode> {
  const secret = vault.openSecondFactor(factor.accountId, factor.sealedSecret);
  return decideStep(factor, stepOf(secret, code.replaceAll(/\s/g, ''), now));
}

async function tryRecoveryCode(
  tx: EntityManager,
  { accountId, lastStep }: SecondFactorEntity,
  vault: Vault,
  text: string,
  now: Date,
): Promise<Decision<number, InvalidCode>> {
  const hash = vault.hashRecoveryCode(accountId, plainRecoveryCode(text));
  const isSpent = await spendRecoveryCode(tx, accountId, hash, now);
  return isSpent ? accept(lastStep) : refuse({ kind: 'InvalidCode' });
}
