import type { Clock, Locale, OfficerRole } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';
import { findNotifications } from '../notification/notification.store.js';
import type { Audience, NotificationKind } from '../notification/notification-texts.js';
import { findAccessReceipts } from '../vault/access-receipts.query.js';
import { findOwnReports } from '../vault/vault-links.query.js';
import type { Vault } from '../vault/vault.js';

/** Of each list so many at most, the newest; an answer of the graph must stay below 5 MB. */
export const EXPORTED_AT_MOST = 2_000;

/** Says which fields are there; a new number is given when one of them changes its meaning. */
const FORMAT = 'satu-pintu/account-export/1';

const ACCOUNT = /* sql */ `
  select id, email, sealed_phone as "sealedPhone", display_name as "displayName", locale, created_at as "createdAt"
    from account where id = $1
`;

const SESSIONS = /* sql */ `
  select started_at as "startedAt", refreshed_at as "refreshedAt", expires_at as "expiresAt", ended_at as "endedAt"
    from session where account_id = $1 order by started_at desc limit $2
`;

const PASSKEYS = /* sql */ `
  select name, created_at as "createdAt", last_used_at as "lastUsedAt", is_backed_up as "isBackedUp"
    from passkey where account_id = $1 order by created_at limit $2
`;

const POSTS = /* sql */ `
  select officer_id as "officerId", agency_id as "agencyId", role, is_active as "isActive"
    from appointment where account_id = $1 order by officer_id limit $2
`;

/** Everything that the house keeps about the owner of an account beside what stands in reports. Instants are in UTC. */
export interface AccountExport {
  readonly format: typeof FORMAT;
  readonly generatedAt: Date;
  readonly account: {
    readonly id: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly displayName: string;
    readonly locale: Locale;
    readonly createdAt: Date;
  };
  readonly sessions: readonly {
    readonly startedAt: Date;
    readonly refreshedAt: Date;
    readonly expiresAt: Date;
    readonly endedAt: Date | null;
  }[];
  readonly passkeys: readonly {
    readonly name: string;
    readonly createdAt: Date;
    readonly lastUsedAt: Date | null;
    readonly isBackedUp: boolean;
  }[];
  readonly posts: readonly {
    readonly officerId: string;
    readonly agencyId: string;
    readonly role: OfficerRole;
    readonly isActive: boolean;
  }[];
  readonly reports: readonly {
    readonly reportId: string;
    /** Null when nothing was ever told of it. */
    readonly trackingId: string | null;
    readonly submittedAt: Date;
  }[];
  readonly notifications: readonly {
    readonly kind: NotificationKind;
    /** Told as its reporter, or as somebody of the office. */
    readonly as: Audience;
    readonly reportId: string;
    readonly trackingId: string;
    readonly at: Date;
    readonly readAt: Date | null;
  }[];
  readonly accessReceipts: readonly {
    readonly reportId: string;
    readonly role: OfficerRole;
    readonly agencyId: string;
    readonly purpose: string;
    readonly at: Date;
  }[];
  /** Lists that hold more than is here. */
  readonly cutShort: readonly string[];
}

/** Gathers what belongs to an account; null when it is gone. */
export class AccountExportQuery {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async execute(accountId: string, audiences: readonly Audience[]): Promise<AccountExport | null> {
    const limit = EXPORTED_AT_MOST + 1;
    const account = await this.account(accountId);
    if (!account) return null;
    const sessions = await this.database.query<AccountExport['sessions']>(SESSIONS, [accountId, limit]);
    const passkeys = await this.database.query<AccountExport['passkeys']>(PASSKEYS, [accountId, limit]);
    const posts = await this.database.query<AccountExport['posts']>(POSTS, [accountId, limit]);
    const told = await this.notifications(accountId, audiences, limit);
    const receipts = await this.receipts(accountId, limit);
    const reports = await this.reports(accountId, limit, told);
    const lists = { sessions, passkeys, posts, reports, notifications: told, accessReceipts: receipts };
    const cutShort = Object.entries(lists).flatMap(([name, list]) => (list.length === limit ? [name] : []));
    const cut = Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [name, list.slice(0, EXPORTED_AT_MOST)]),
    ) as unknown as typeof lists;
    return { format: FORMAT, generatedAt: this.clock.now(), account, ...cut, cutShort };
  }

  private async account(id: string): Promise<AccountExport['account'] | null> {
    const [row] = await this.database.query<
      (Omit<AccountExport['account'], 'phone'> & { readonly sealedPhone: string | null })[]
    >(ACCOUNT, [id]);
    if (!row) return null;
    const { sealedPhone, ...account } = row;
    return { ...account, phone: sealedPhone === null ? null : this.vault.openPhone(sealedPhone) };
  }

  private async notifications(
    accountId: string,
    audiences: readonly Audience[],
    limit: number,
  ): Promise<AccountExport['notifications']> {
    const page = { after: null, limit, unreadOnly: false };
    const rows = await findNotifications(this.database, this.vault.recipientsOf(accountId, audiences), page);
    return rows.map(({ kind, audience, sealed_report, at, read_at }) => ({
      kind,
      as: audience,
      ...this.vault.openReport(sealed_report),
      at,
      readAt: read_at,
    }));
  }

  private async receipts(accountId: string, limit: number): Promise<AccountExport['accessReceipts']> {
    const hash = this.vault.hashAccountId(accountId);
    const rows = await findAccessReceipts(this.database, hash, null, limit);
    return rows.map(({ report_id, agency_id, role, purpose, at }) => ({
      reportId: report_id,
      role,
      agencyId: agency_id,
      purpose,
      at,
    }));
  }

  /** The vault knows a report by its id alone; its number was told with the first news of it. */
  private async reports(
    accountId: string,
    limit: number,
    told: AccountExport['notifications'],
  ): Promise<AccountExport['reports']> {
    const rows = await findOwnReports(this.database, this.vault.hashAccountId(accountId), null, limit);
    const numbers = new Map(told.map(({ reportId, trackingId }) => [reportId, trackingId]));
    return rows.map((row) => ({ ...row, trackingId: numbers.get(row.reportId) ?? null }));
  }
}
