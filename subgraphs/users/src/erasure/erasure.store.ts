import type { EntityManager } from 'typeorm';
import type { Vault } from '../vault/vault.js';

/** Whoever links a report to the account, or gives it a post, holds the row: from here on nobody does. */
const LOCK = 'select id from account where id = $1 for update';

const LINKS = 'delete from vault_link where account_hash = $1';
const NOTIFICATIONS = 'delete from notification where recipient = any($1::bytea[])';
const RECEIPTS = 'select forget_receipts_of($1) as count';
const POSTS = 'update appointment set account_id = null where account_id = $1';
const PASSKEYS = 'delete from passkey where account_id = $1';
const SECOND_FACTORS = 'delete from second_factor where account_id = $1';
/** What was still to be written to the telephone. */
const TEXT_MESSAGES = 'delete from text_message where account_hash = $1';
const SESSIONS = 'delete from session where account_id = $1';
/** Takes along all that refers to the account by a foreign key. */
const ACCOUNT = 'delete from account where id = $1';
/** The last word of the transaction: nothing can be issued to the account any more that is younger. */
const REVOKE = 'insert into revocation (account_id) values ($1)';

/** How much was found of each. */
export interface Forgotten {
  readonly links: number;
  readonly notifications: number;
  readonly receipts: number;
  readonly posts: number;
  readonly sessions: number;
  readonly passkeys: number;
  readonly secondFactors: number;
}

/** False when the account is gone. Otherwise nothing is tied to it until the transaction ends. */
export async function lockAccount(tx: EntityManager, accountId: string): Promise<boolean> {
  const rows = await tx.query<object[]>(LOCK, [accountId]);
  return rows.length > 0;
}

/**
 * Removes an account and all that says what it did. Of a receipt for a name that was read stays who read it for which
 * report, and no more whose name it was; of a post, that it was held.
 */
export async function forgetAccount(tx: EntityManager, vault: Vault, accountId: string): Promise<Forgotten> {
  const hash = vault.hashAccountId(accountId);
  const links = await countOf(tx, LINKS, hash);
  const notifications = await countOf(tx, NOTIFICATIONS, vault.recipientsOf(accountId));
  const [depersonalised] = await tx.query<{ count: number }[]>(RECEIPTS, [hash]);
  const posts = await countOf(tx, POSTS, accountId);
  await tx.query(TEXT_MESSAGES, [hash]);
  const sessions = await countOf(tx, SESSIONS, accountId);
  const passkeys = await countOf(tx, PASSKEYS, accountId);
  const secondFactors = await countOf(tx, SECOND_FACTORS, accountId);
  await tx.query(ACCOUNT, [accountId]);
  await tx.query(REVOKE, [accountId]);
  return {
    links,
    notifications,
    receipts: depersonalised?.count ?? 0,
    posts,
    sessions,
    passkeys,
    secondFactors,
  };
}

async function countOf(tx: EntityManager, statement: string, key: unknown): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(statement, [key]);
  return count;
}
