import type { DataSource, EntityManager } from 'typeorm';
import { PasskeyEntity } from './passkey.entity.js';

const LOCK = /* sql */ `
  select id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey",
         sign_count::float8 as "signCount"
    from passkey
   where credential_id = $1 and blocked_at is null
     for update
`;

const USED = 'update passkey set sign_count = $2, is_backed_up = $3, last_used_at = $4 where id = $1';
const BLOCK = 'update passkey set blocked_at = $2 where id = $1';

/** A passkey that is about to be used. */
export interface LockedPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
}

/** All passkeys of an account, the oldest first; the rules allow but a few. */
export function findPasskeys(
  database: DataSource | EntityManager,
  accountId: string,
): Promise<readonly PasskeyEntity[]> {
  const manager = 'manager' in database ? database.manager : database;
  return manager.find(PasskeyEntity, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } });
}

/** The passkey with this id of its device, held until the transaction ends; null for one that is unknown or blocked. */
export async function lockPasskey(tx: EntityManager, credentialId: string): Promise<LockedPasskey | null> {
  const [row] = await tx.query<LockedPasskey[]>(LOCK, [credentialId]);
  return row ?? null;
}

/** Writes down that a passkey was accepted. */
export async function markUsed(
  tx: EntityManager,
  id: string,
  { signCount, isBackedUp }: { readonly signCount: number; readonly isBackedUp: boolean },
  now: Date,
): Promise<void> {
  await tx.query(USED, [id, signCount, isBackedUp, now]);
}

/** Lets a passkey sign in no more. */
export async function blockPasskey(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.query(BLOCK, [id, now]);
}

/** Stores a new passkey; false when some account has it already. */
export async function savePasskey(tx: EntityManager, passkey: PasskeyEntity): Promise<boolean> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(PasskeyEntity)
    .values(passkey)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as readonly object[]).length > 0;
}
