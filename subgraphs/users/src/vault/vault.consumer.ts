import type { PlacedEvent, ReportFacts } from '@satu-pintu/events';
import { createSealer, type Logger, type Sealer } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';
import type { Vault } from './vault.js';

/** What the consumer listens to. */
export const VAULT_EVENTS = ['report.submitted'];

const LINK = /* sql */ `
  insert into vault_link (report_id, sealed_account_id, account_hash, submitted_at)
  select * from unnest($1::uuid[], $2::text[], $3::bytea[], $4::timestamptz[])
  on conflict (report_id) do nothing
`;

/** Notes in the vault who stands behind a report that was submitted with an account. */
export class VaultConsumer {
  private readonly reporterSeals: Sealer<{ readonly accountId: string }>;

  constructor(
    private readonly vault: Vault,
    vaultSealKey: string,
    private readonly logger: Logger,
  ) {
    this.reporterSeals = createSealer(vaultSealKey, 'reporter-seal');
  }

  /** Applies submitted reports; a link that exists is never changed. */
  async apply(events: readonly PlacedEvent[], tx: EntityManager): Promise<void> {
    const links = events.flatMap((event) => this.readLink(event));
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
