import type { DataSource, EntityManager } from 'typeorm';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import type { PresentedToken } from './session.rules.js';
import { SessionEntity } from './session.entity.js';

const LOCK_TOKEN = /* sql */ `
  select refresh_token.used_at, refresh_token.expires_at,
         session.id as session_id, session.account_id, session.started_at, session.ended_at,
         session.has_two_factors
    from refresh_token join session on session.id = refresh_token.session_id
   where refresh_token.token_hash = $1
     for update
`;

const FORGET_EXPIRED = 'delete from session where account_id = $1 and expires_at <= $2';

/* Tokens of the session are out there and believed: that they hold no more is written down with its end. */
const END = /* sql */ `
  with ended as (
    update session set ended_at = greatest($2, started_at) where id = $1 and ended_at is null returning id
  )
  insert into revocation (session_id) select id from ended
`;

const END_OWN = /* sql */ `
  with ended as (
    update session set ended_at = greatest($3, started_at)
     where account_id = $1 and id = $2 and ended_at is null
    returning id
  ), told as (
    insert into revocation (session_id) select id from ended
  )
  select id from ended
`;

const END_OTHERS = /* sql */ `
  with ended as (
    update session set ended_at = greatest($3, started_at)
     where account_id = $1 and id is distinct from $2 and ended_at is null
    returning id
  ), told as (
    insert into revocation (session_id) select id from ended
  )
  select count(*)::int as count from ended
`;

const LIVE = /* sql */ `
  select id, started_at, refreshed_at, expires_at, has_two_factors from session
   where account_id = $1 and ended_at is null and expires_at > $2
   order by refreshed_at desc, id
   limit 50
`;

interface TokenRow {
  readonly used_at: Date | null;
  readonly expires_at: Date;
  readonly session_id: string;
  readonly account_id: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly has_two_factors: boolean;
}

/** A stored refresh token with its session. */
export interface LockedToken extends PresentedToken {
  readonly sessionId: string;
  readonly accountId: string;
  readonly hasTwoFactors: boolean;
}

/** A sign-in that still works. */
export interface LiveSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly refreshedAt: Date;
  readonly expiresAt: Date;
  readonly hasTwoFactors: boolean;
}

/** Stores a new session, and forgets those of the account that have run out. */
export async function saveSession(tx: EntityManager, session: SessionEntity): Promise<void> {
  await tx.query(FORGET_EXPIRED, [session.accountId, session.startedAt]);
  await tx.insert(SessionEntity, session);
}

/** Stores a refresh token's hash. */
export async function saveRefreshToken(
  tx: EntityManager,
  token: Pick<RefreshTokenEntity, 'tokenHash' | 'sessionId' | 'issuedAt' | 'expiresAt'>,
): Promise<void> {
  await tx.insert(RefreshTokenEntity, { ...token, usedAt: null });
}

/** The token with its session, both locked, or null when it was never handed out. */
export async function lockRefreshToken(tx: EntityManager, tokenHash: Buffer): Promise<LockedToken | null> {
  const [row] = await tx.query<TokenRow[]>(LOCK_TOKEN, [tokenHash]);
  if (!row) return null;
  return {
    usedAt: row.used_at,
    expiresAt: row.expires_at,
    sessionId: row.session_id,
    accountId: row.account_id,
    sessionStartedAt: row.started_at,
    sessionEndedAt: row.ended_at,
    hasTwoFactors: row.has_two_factors,
  };
}

/** Marks a token as used and stores the next one. */
export async function rotateRefreshToken(
  tx: EntityManager,
  rotation: {
    readonly sessionId: string;
    readonly usedHash: Buffer;
    readonly nextHash: Buffer;
    readonly expiresAt: Date;
    readonly now: Date;
  },
): Promise<void> {
  const { sessionId, usedHash, nextHash, expiresAt, now } = rotation;
  await tx.update(RefreshTokenEntity, { tokenHash: usedHash }, { usedAt: now });
  await saveRefreshToken(tx, { tokenHash: nextHash, sessionId, issuedAt: now, expiresAt });
  await tx.update(SessionEntity, { id: sessionId }, { refreshedAt: now, expiresAt });
}

/** Ends a session; one that has ended stays as it is. */
export async function endSession(tx: EntityManager, sessionId: string, now: Date): Promise<void> {
  await tx.query(END, [sessionId, now]);
}

/** Ends a session if it is one of the account's; says whether there was such a one. */
export async function endOwnSession(
  tx: EntityManager,
  accountId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const ended = await tx.query<object[]>(END_OWN, [accountId, sessionId, now]);
  return ended.length > 0;
}

/** Ends every session of an account but one; null spares none. Says how many there were. */
export async function endOtherSessions(
  tx: EntityManager,
  accountId: string,
  spared: string | null,
  now: Date,
): Promise<number> {
  const [ended] = await tx.query<{ count: number }[]>(END_OTHERS, [accountId, spared, now]);
  return ended?.count ?? 0;
}

/** The second factor was shown in this session. */
export async function giveTwoFactors(tx: EntityManager, sessionId: string): Promise<void> {
  await tx.update(SessionEntity, { id: sessionId }, { hasTwoFactors: true });
}

/** The account has no second factor any more. */
export async function takeTwoFactors(tx: EntityManager, accountId: string): Promise<void> {
  await tx.update(SessionEntity, { accountId }, { hasTwoFactors: false });
}

/** The account's sessions that still work, the one used last first, at most 50. */
export async function findLiveSessions(
  database: DataSource,
  accountId: string,
  now: Date,
): Promise<readonly LiveSession[]> {
  const rows = await database.query<
    { id: string; started_at: Date; refreshed_at: Date; expires_at: Date; has_two_factors: boolean }[]
  >(LIVE, [accountId, now]);
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at,
    refreshedAt: row.refreshed_at,
    expiresAt: row.expires_at,
    hasTwoFactors: row.has_two_factors,
  }));
}
