import type { Clock } from '@satu-pintu/domain-kit';
import type { PlacedEvent, ReportFacts } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { holdAccounts } from '../account/account.store.js';
import type { Vault } from '../vault/vault.js';
import { appendMails } from './mail.store.js';
import type { Audience } from './notification-texts.js';
import {
  isNews,
  kindOf,
  type ReportNews,
  tellsReporter,
  toldAgencies,
  toldAt,
} from './notification.rules.js';
import { appendNotifications } from './notification.store.js';

const REPORTERS = 'select report_id, sealed_account_id from vault_link where report_id = any($1::uuid[])';

const OFFICERS = /* sql */ `
  select agency_id, role, account_id from appointment
   where agency_id = any($1::uuid[]) and is_active and account_id is not null
`;

/** One account to be told of one thing. */
interface Told {
  readonly eventId: string;
  readonly news: ReportNews;
  readonly audience: Audience;
  readonly accountId: string;
}

/**
 * Tells people what happened to a report: its reporter, where there is an account, and the officers of its holder. Comes
 * after the vault in the same transaction, so that a reporter is known by the time of the first news.
 */
export class NotificationConsumer {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
    /** Whether e-mails are sent at all. */
    private readonly sendsMail: boolean,
  ) {}

  async apply(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
    const news = events.map((event) => ({ id: event.id, ...readNews(event) }));
    const reporters = await this.findReporters(news, tx);
    const officers = await findOfficers(news, tx);
    const all = news.flatMap(({ id: eventId, ...each }): Told[] => {
      const reporter = tellsReporter(each) ? reporters.get(each.facts.reportId) : undefined;
      const known = officers(each).filter((accountId) => accountId !== reporter);
      return [
        ...(reporter === undefined
          ? []
          : [{ eventId, news: each, audience: 'REPORTER' as const, accountId: reporter }]),
        ...known.map((accountId) => ({ eventId, news: each, audience: 'OFFICE' as const, accountId })),
      ];
    });
    const living = await holdAccounts(
      tx,
      all.map(({ accountId }) => accountId),
    );
    const told = all.filter(({ accountId }) => living.has(accountId));
    await appendNotifications(
      tx,
      told.map((one) => this.notificationOf(one)),
    );
    if (this.sendsMail) await this.writeMails(told, tx);
  }

  private notificationOf({ eventId, news, audience, accountId }: Told) {
    return {
      id: this.vault.tellingId(eventId, accountId, 'IN_APP'),
      recipient: this.vault.recipientHash(audience, accountId),
      audience,
      kind: kindOf(news.type),
      sealedReport: this.vault.sealReport(reportOf(news)),
      at: toldAt(news, audience),
    };
  }

  private async writeMails(told: readonly Told[], tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const fresh = told.filter(({ news }) => isNews(news, now));
    await appendMails(
      tx,
      fresh.map(({ eventId, news, audience, accountId }) => ({
        id: this.vault.tellingId(eventId, accountId, 'EMAIL'),
        sealedAccountId: this.vault.sealAccountId(accountId),
        audience,
        kind: kindOf(news.type),
        sealedReport: this.vault.sealReport(reportOf(news)),
        dueAt: now,
      })),
    );
  }

  /** Report id to the account that filed it; reports without an account are missing. */
  private async findReporters(
    news: readonly ReportNews[],
    tx: EntityManager,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = news.map(({ facts }) => facts.reportId);
    const rows = await tx.query<{ report_id: string; sealed_account_id: string }[]>(REPORTERS, [ids]);
    return new Map(rows.map((row) => [row.report_id, this.vault.openAccountId(row.sealed_account_id)]));
  }
}

function readNews({ type, at, payload }: PlacedEvent): ReportNews {
  return { type, at, facts: payload as ReportFacts };
}

function reportOf({ facts: { reportId, trackingId } }: ReportNews): { reportId: string; trackingId: string } {
  return { reportId, trackingId };
}

/** For each piece of news the accounts of the officers who are to know, each once. */
async function findOfficers(
  news: readonly ReportNews[],
  tx: EntityManager,
): Promise<(news: ReportNews) => readonly string[]> {
  const agencyIds = new Set(news.flatMap((each) => toldAgencies(each).map(({ agencyId }) => agencyId)));
  const rows = await tx.query<{ agency_id: string; role: string; account_id: string }[]>(OFFICERS, [
    [...agencyIds],
  ]);
  return (each) => {
    const told = toldAgencies(each).flatMap(({ agencyId, roles }) =>
      rows.filter((row) => row.agency_id === agencyId && roles.some((role) => role === row.role)),
    );
    return [...new Set(told.map((row) => row.account_id))];
  };
}
