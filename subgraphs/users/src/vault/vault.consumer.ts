import type { PlacedEvent, ReportFacts } from '@satu-pintu/events';
import { createSealer, type Logger, type Sealer } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';
import { holdAccounts } from '../account/account.store.js';
import type { Vault } from './vault.js';

/** Once anonymous, a report stays so; a repeated word of it changes nothing. */
const WITHHOLD = /* sql */ `
  insert into withheld_reporter (report_id, since)
  select distinct on (1) * from unnest($1::uuid[], $2::timestamptz[])
  on conflict (report_id) do nothing
`;

const LINK = /* sql */ `
  insert into vault_link (report_id, sealed_account_id, account_hash, submitted_at)
  select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::timestamptz[])
  on conflict (report_id) do nothing
`;

/** Notes in the vault who stands behind a report, and from when on nobody is to learn it any more. */
export class VaultConsumer {
  private readonly reporterSeals: Sealer<{ readonly accountId: string }>;

  constructor(
    private readonly vault: Vault,
    vaultSealKey: string,
    private readonly logger: Logger,
  ) {
    this.reporterSeals = createSealer(vaultSealKey, 'reporter-seal');
  }

  /** A link that exists is never changed, and none is made to an account that is gone. */
  async apply(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
    await this.link(events, tx);
    const raised = events.filter(isMadeAnonymous);
    if (raised.length === 0) return;
    await tx.query(WITHHOLD, [raised.map((event) => event.aggregateId), raised.map((event) => event.at)]);
  }

  private async link(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
    const told = events.flatMap((event) => this.readLink(event));
    const living = await holdAccounts(
      tx,
      told.map((link) => link.accountId),
    );
    const links = told.filter((link) => living.has(link.accountId));
    if (links.length === 0) return;
    await tx.query(LINK, [
      links.map((link) => link.reportId),
      links.map((link) => this.vault.sealAccountId(link.accountId)),
      links.map((link) => this.vault.hashAccountId(link.accountId)),
      links.map((link) => link.submittedAt),
    ]);
  }

  private readLink(event: PlacedEvent): { reportId: string; accountId: string; submittedAt: string }[] {
    const { reportId, reporterSeal, submittedAt } = event.payload as ReportFacts;
    if (reporterSeal === undefined) return [];
    const sealed = this.reporterSeals.open(reporterSeal);
    if (sealed) return [{ reportId, accountId: sealed.accountId, submittedAt }];
    // The report itself is safe; only its reporter will not find it under the account. Nothing gets better by waiting.
    this.logger.error({ eventId: event.id }, 'a reporter seal does not open with VAULT_SEAL_KEY');
    return [];
  }
}

/** Handles of a report that was anonymous from the beginning were never sealed for anybody else. */
function isMadeAnonymous({ type, payload }: PlacedEvent): boolean {
  return type === 'report.privacy-raised' && (payload as ReportFacts).isAnonymous;
}
