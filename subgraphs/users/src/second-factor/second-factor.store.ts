import type { DataSource, EntityManager } from 'typeorm';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { SecondFactorEnrolmentEntity } from './second-factor-enrolment.entity.js';
import { SecondFactorEntity } from './second-factor.entity.js';

const PUT_IN_FORCE = /* sql */ `
  insert into second_factor (account_id, sealed_secret, confirmed_at, last_step) values ($1, $2, $3, $4)
  on conflict (account_id) do update
     set sealed_secret = excluded.sealed_secret, confirmed_at = excluded.confirmed_at,
         last_step = excluded.last_step, wrong_codes = 0, wrong_since = null
`;

const SPEND_RECOVERY_CODE = /* sql */ `
  with spent as (
    update recovery_code set used_at = $3
     where account_id = $1 and code_hash = $2 and used_at is null
    returning account_id
  )
  select account_id from spent
`;

const OVERVIEW = /* sql */ `
  select confirmed_at as "confirmedAt",
         (select count(*)::int from recovery_code
           where recovery_code.account_id = second_factor.account_id and used_at is null) as "recoveryCodesLeft"
    from second_factor
   where account_id = $1
`;

/** What the owner sees of it. */
export interface SecondFactorOverview {
  readonly confirmedAt: Date;
  readonly recoveryCodesLeft: number;
}

/** Keeps a secret until its first code is shown; one that was begun before is forgotten. */
export async function saveEnrolment(
  tx: EntityManager,
  { accountId, sealedSecret, expiresAt }: SecondFactorEnrolmentEntity,
): Promise<void> {
  await tx.upsert(SecondFactorEnrolmentEntity, { accountId, sealedSecret, expiresAt }, ['accountId']);
}

/** What is being set up, locked; null when nothing is. */
export function lockEnrolment(
  tx: EntityManager,
  accountId: string,
): Promise<SecondFactorEnrolmentEntity | null> {
  return tx.findOne(SecondFactorEnrolmentEntity, {
    where: { accountId },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The factor in force, locked, so that two who bring the same code do not both get in. */
export function lockSecondFactor(tx: EntityManager, accountId: string): Promise<SecondFactorEntity | null> {
  return tx.findOne(SecondFactorEntity, { where: { accountId }, lock: { mode: 'pessimistic_write' } });
}

/** Does a factor stand between the password and a session? */
export function hasSecondFactor(tx: EntityManager, accountId: string): Promise<boolean> {
  return tx.existsBy(SecondFactorEntity, { accountId });
}

/** What is set up counts from now on, in place of what counted before; earlier recovery codes no longer work. */
export async function putInForce(
  tx: EntityManager,
  { accountId, sealedSecret }: SecondFactorEnrolmentEntity,
  {
    step,
    codeHashes,
    now,
  }: { readonly step: number; readonly codeHashes: readonly Buffer[]; readonly now: Date },
): Promise<void> {
  await tx.query(PUT_IN_FORCE, [accountId, sealedSecret, now, step]);
  await tx.delete(SecondFactorEnrolmentEntity, { accountId });
  await tx.delete(RecoveryCodeEntity, { accountId });
  await tx.insert(
    RecoveryCodeEntity,
    codeHashes.map((codeHash) => ({ accountId, codeHash, usedAt: null })),
  );
}

/** Remembers what came of a code. */
export async function saveTry(
  tx: EntityManager,
  accountId: string,
  tried: Pick<SecondFactorEntity, 'lastStep' | 'wrongCodes' | 'wrongSince'>,
): Promise<void> {
  await tx.update(SecondFactorEntity, { accountId }, tried);
}

/** Uses a recovery code up; says whether there was one. */
export async function spendRecoveryCode(
  tx: EntityManager,
  accountId: string,
  codeHash: Buffer,
  now: Date,
): Promise<boolean> {
  const spent = await tx.query<object[]>(SPEND_RECOVERY_CODE, [accountId, codeHash, now]);
  return spent.length > 0;
}

/** Takes a factor out of force, with its recovery codes and whatever was being set up. */
export async function forgetSecondFactor(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(SecondFactorEnrolmentEntity, { accountId });
  await tx.delete(RecoveryCodeEntity, { accountId });
  await tx.delete(SecondFactorEntity, { accountId });
}

/** What the owner sees of the factor; null without one. */
export async function findSecondFactor(
  database: DataSource,
  accountId: string,
): Promise<SecondFactorOverview | null> {
  const [found] = await database.query<SecondFactorOverview[]>(OVERVIEW, [accountId]);
  return found ?? null;
}
