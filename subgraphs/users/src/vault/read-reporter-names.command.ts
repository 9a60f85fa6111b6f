import { randomUUID } from 'node:crypto';
import { recordAudit } from '@satu-pintu/audit';
import type { Clock, Viewer } from '@satu-pintu/domain-kit';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { receiptAppointment } from './reporter.rules.js';
import type { Vault } from './vault.js';
import type { VaultEntry } from './vault-links.query.js';

const WRITE_RECEIPTS = /* sql */ `
  insert into access_receipt (id, report_id, account_hash, role, agency_id, purpose, at)
  select id, report_id, account_hash, $4, $5, 'READ_NAME', $6
    from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as seen (id, report_id, account_hash)
`;

const NAMES = 'select id, display_name from account where id = any($1::uuid[])';

/** Reads names of reporters. A name that is not the viewer's own comes out only beside its receipt and audit entry. */
export class ReadReporterNamesCommand {
  constructor(
    private readonly database: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Names in the order asked; null for a gone account, and for someone else's name when there is no post to note down. */
  execute(entries: readonly VaultEntry[], viewer: Viewer): Promise<readonly (string | null)[]> {
    const readable = entries.filter((entry) => isOwn(entry, viewer) || receiptAppointment(viewer) !== null);
    return inTransaction(this.database, async (tx) => {
      await this.writeReceipts(
        tx,
        readable.filter((entry) => !isOwn(entry, viewer)),
        viewer,
      );
      const rows = await tx.query<{ id: string; display_name: string }[]>(NAMES, [
        readable.map((entry) => entry.accountId),
      ]);
      const names = new Map(rows.map((row) => [row.id, row.display_name]));
      return entries.map((entry) => (readable.includes(entry) ? (names.get(entry.accountId) ?? null) : null));
    });
  }

  private async writeReceipts(tx: EntityManager, seen: readonly VaultEntry[], viewer: Viewer): Promise<void> {
    const appointment = receiptAppointment(viewer);
    if (appointment === null || seen.length === 0) return;
    const now = this.clock.now();
    await tx.query(WRITE_RECEIPTS, [
      seen.map(() => randomUUID()),
      seen.map((entry) => entry.reportId),
      seen.map((entry) => this.vault.hashAccountId(entry.accountId)),
      appointment.role,
      appointment.agencyId,
      now,
    ]);
    const deed = {
      action: 'readReporterName',
      outcome: 'READ',
      code: null,
      actor: { kind: 'OFFICER', ...appointment },
      agencyIds: [appointment.agencyId],
    } as const;
    const deeds = seen.map(({ reportId: id }) => ({ ...deed, subject: { kind: 'REPORT', id } as const }));
    await recordAudit(tx, now, ...deeds);
  }
}

function isOwn(entry: VaultEntry, viewer: Viewer): boolean {
  return entry.accountId === viewer.accountId;
}
