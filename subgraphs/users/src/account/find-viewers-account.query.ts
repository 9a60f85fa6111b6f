import type { Viewer } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';

/* A session that was signed out shows nothing more, though its last access token has minutes to live. */
const VIEWERS_ACCOUNT = /* sql */ `
  select account.id, account.email, account.display_name as "displayName", account.is_demo as "isDemo",
         account.email_verified_at is not null as "isEmailVerified", account.sealed_phone as "sealedPhone",
         account.phone_verified_at is not null as "isPhoneVerified"
    from account join session on session.account_id = account.id
   where account.id = $1 and session.id = $2 and session.ended_at is null
`;

/** What the owner of an account sees of it. */
export interface OwnAccount {
  readonly id: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly isDemo: boolean;
  readonly isEmailVerified: boolean;
  /** Opened with the key of the vault. */
  readonly sealedPhone: string | null;
  readonly isPhoneVerified: boolean;
}

/** The account of whoever asks; null for a visitor and after the session has ended. */
export async function findViewersAccount(database: DataSource, viewer: Viewer): Promise<OwnAccount | null> {
  if (viewer.accountId === null || viewer.sessionId === null) return null;
  const [account] = await database.query<OwnAccount[]>(VIEWERS_ACCOUNT, [viewer.accountId, viewer.sessionId]);
  return account ?? null;
}
