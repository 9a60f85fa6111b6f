import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { AccountEntity } from './account.entity.js';

const INSERT = /* sql */ `
  with made as (
    insert into account
      (id, email, display_name, password_hash, locale, is_demo, sealed_reporter_key, created_at, email_verified_at,
       phone_hash, sealed_phone)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict do nothing
    returning id
  )
  select id from made
`;

/* In one order, so that two who hold several do not wait for each other. */
const HOLD = /* sql */ `
  select id from account where id = any($1::uuid[]) order by id for key share
`;

/** Stores an account unless its address or number is taken, and says which; who asked is not told. */
export async function saveAccount(
  database: DataSource | EntityManager,
  account: AccountEntity,
): Promise<boolean> {
  const made = await database.query<object[]>(INSERT, [
    account.id,
    account.email,
    account.displayName,
    account.passwordHash,
    account.locale,
    account.isDemo,
    account.sealedReporterKey,
    account.createdAt,
    account.emailVerifiedAt,
    account.phoneHash,
    account.sealedPhone,
  ]);
  return made.length > 0;
}

/** The account that signs in with an address, or null. */
export function findAccountByEmail(manager: EntityManager, email: string): Promise<AccountEntity | null> {
  return manager.findOneBy(AccountEntity, { email });
}

/** The account, or null when it is gone. */
export function findAccount(manager: EntityManager, id: string): Promise<AccountEntity | null> {
  return manager.findOneBy(AccountEntity, { id });
}

/**
 * Those of the accounts that exist; they stay until the transaction ends. Whoever writes down something about an account
 * holds it first: an erasure waits for that and takes it along, and nothing is written about an account that is gone.
 */
export async function holdAccounts(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(HOLD, [ids]);
  return new Set(rows.map(({ id }) => id));
}

/**
 * The account as its credentials are now; they stay so until the transaction ends, and whoever changes them waits. A session
 * begins under this hold: it was begun with what still counts, or it is seen by the change that ends all sessions.
 */
export function holdCredentials(tx: EntityManager, id: string): Promise<AccountEntity | null> {
  return tx.findOne(AccountEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
}

/** The same for whoever is about to change them: waits for sessions that are beginning, and lets no other begin. */
export function lockCredentials(tx: EntityManager, id: string): Promise<AccountEntity | null> {
  return tx.findOne(AccountEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

/** Gives an account another password. */
export async function savePassword(tx: EntityManager, id: string, passwordHash: string): Promise<void> {
  await tx.update(AccountEntity, { id }, { passwordHash });
}

/** The number was shown to be its owner's; when it was before, that stays. */
export async function markPhoneVerified(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.update(AccountEntity, { id, phoneVerifiedAt: IsNull() }, { phoneVerifiedAt: now });
}

/** The address was shown to be its owner's; when it was before, that stays. */
export async function markVerified(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.update(AccountEntity, { id, emailVerifiedAt: IsNull() }, { emailVerifiedAt: now });
}
