import { randomInt, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Vault } from '../vault/vault.js';
import { PhoneCodeEntity, type PhoneCodePurpose } from './phone-code.entity.js';

/** Six digits can be guessed: they live shortly, and five wrong ones end them. */
const LIFE_MS = 10 * 60_000;
const TRIES = 5;
const POSSIBLE = 1_000_000;

/* Counted before it is compared, in one statement: a thousand tries at once are a thousand tries. */
const TRY = /* sql */ `
  with tried as (
    update phone_code set tries = tries + 1
     where account_id = $1 and purpose = $2 and expires_at > $3 and tries < ${TRIES}
    returning code_hash, phone_hash, sealed_phone
  )
  select code_hash as "codeHash", phone_hash as "phoneHash", sealed_phone as "sealedPhone" from tried
`;

/** Whose code it is, and what for. */
export interface CodeOwner {
  readonly accountId: string;
  readonly purpose: PhoneCodePurpose;
}

/** The number to which a right code was sent. */
export interface ProvenPhone {
  readonly phoneHash: Buffer;
  readonly sealedPhone: string;
}

/** Makes six digits for a number; earlier ones for the same purpose work no longer. */
export async function issuePhoneCode(
  tx: EntityManager,
  vault: Vault,
  { accountId, purpose }: CodeOwner,
  phone: string,
  now: Date,
): Promise<string> {
  const code = String(randomInt(POSSIBLE)).padStart(6, '0');
  await tx.upsert(
    PhoneCodeEntity,
    {
      accountId,
      purpose,
      codeHash: vault.hashPhoneCode(accountId, purpose, code),
      phoneHash: vault.hashPhone(phone),
      sealedPhone: vault.sealPhone(phone),
      tries: 0,
      expiresAt: new Date(now.getTime() + LIFE_MS),
    },
    ['accountId', 'purpose'],
  );
  return code;
}

/** Tries digits; the transaction must commit either way, since each try counts. Null for those that do not work. */
export async function tryPhoneCode(
  tx: EntityManager,
  vault: Vault,
  { accountId, purpose }: CodeOwner,
  code: string,
  now: Date,
): Promise<ProvenPhone | null> {
  const given = vault.hashPhoneCode(accountId, purpose, code.replaceAll(/\s/g, ''));
  const [kept] = await tx.query<(ProvenPhone & { codeHash: Buffer })[]>(TRY, [accountId, purpose, now]);
  return kept && timingSafeEqual(kept.codeHash, given) ? kept : null;
}

/** Uses digits up that were tried before; false when somebody else was quicker, or others were sent. */
export async function spendPhoneCode(
  tx: EntityManager,
  vault: Vault,
  { accountId, purpose }: CodeOwner,
  code: string,
): Promise<boolean> {
  const codeHash = vault.hashPhoneCode(accountId, purpose, code.replaceAll(/\s/g, ''));
  const { affected } = await tx.delete(PhoneCodeEntity, { accountId, purpose, codeHash });
  return affected === 1;
}

/** No digits that were sent before work any more. */
export async function forgetPhoneCodes(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(PhoneCodeEntity, { accountId });
}
