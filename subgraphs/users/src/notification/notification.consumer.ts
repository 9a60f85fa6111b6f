import type { Clock } from '@satu-pintu/domain-kit';
import type { PlacedEvent, ReportFacts } from '@satu-pintu/events';
import type { EntityManager } from 'typeorm';
import { holdAccounts } from '../account/account.store.js';
import type { Vault } from '../vault/vault.js';
import { appendMails } from './mail.store.js';
import type { Audience } from './notification-texts.js';
import {
  followersOf,
  isNews,
  kindOf,
  type ReportNews,
  tellsReporter,
  toldAgencies,
  toldAt,
  type TrackedReport,
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
  /** The report that is named to the account: for a follower the own one. */
  readonly report: TrackedReport;
}

/**
 * Tells people what happened to a report: its reporter, where there is an account, the officers of its holder, and the
 * reporters of what was merged into it. Comes after the vault in the same transaction, so that a reporter is known by the time of the first news.
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
      const own = reporters.get(each.facts.reportId);
      const tell = (audience: Audience, accountId: string, report: TrackedReport = each.facts): Told => ({
        eventId,
        news: each,
        audience,
        accountId,
        report,
      });
      return [
        ...(own !== undefined && tellsReporter(each) ? [tell('REPORTER', own)] : []),
        ...officers(each)
          .filter((accountId) => accountId !== own)
          .map((accountId) => tell('OFFICE', accountId)),
        ...followersOf(each).flatMap((report) => {
          const follower = reporters.get(report.reportId);
          return follower === undefined ? [] : [tell('FOLLOWER', follower, report)];
        }),
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

  private notificationOf({ eventId, news, audience, accountId, report }: Told) {
    return {
      id: this.vault.tellingId(eventId, accountId, 'IN_APP'),
      recipient: this.vault.recipientHash(audience, accountId),
      audience,
      kind: kindOf(news.type),
      sealedReport: this.vault.sealReport(tracked(report)),
      at: toldAt(news, audience),
    };
  }

  private async writeMails(told: readonly Told[], tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const fresh = told.filter(({ news }) => isNews(news, now));
    await appendMails(
      tx,
      fresh.map(({ eventId, news, audience, accountId, report }) => ({
        id: this.vault.tellingId(eventId, accountId, 'EMAIL'),
        sealedAccountId: this.vault.sealAccountId(accountId),
        audience,
        kind: kindOf(news.type),
        sealedReport: this.vault.sealReport(tracked(report)),
        sealedCode: null,
        dueAt: now,
      })),
    );
  }

  /** Report id to the account that filed it; reports without an account are missing. */
  private async findReporters(
    news: readonly ReportNews[],
    tx: EntityManager,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = news.flatMap((each) => [each.facts, ...followersOf(each)].map(({ reportId }) => reportId));
    const rows = await tx.query<{ report_id: string; sealed_account_id: string }[]>(REPORTERS, [ids]);
    return new Map(rows.map((row) => [row.report_id, this.vault.openAccountId(row.sealed_account_id)]));
  }
}

function readNews({ type, at, payload }: PlacedEvent): ReportNews {
  return { type, at, facts: payload as ReportFacts };
}

function tracked({ reportId, trackingId }: TrackedReport): TrackedReport {
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
