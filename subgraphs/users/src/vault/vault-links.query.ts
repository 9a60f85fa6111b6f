import type { DataSource } from 'typeorm';
import type { Vault } from './vault.js';

const BY_REPORTS = 'select report_id, sealed_account_id from vault_link where report_id = any($1::uuid[])';

/*
 * Reports of one account by its keyed hash, newest first.
 * $2 and $3 are the place of the last item of the page before, or null.
 */
const BY_ACCOUNT = /* sql */ `
  select report_id, submitted_at from vault_link
   where account_hash = $1
     and ($2::timestamptz is null or (submitted_at, report_id) < ($2::timestamptz, $3::uuid))
   order by submitted_at desc, report_id desc
   limit $4
`;

const WITHHELD = 'select report_id from withheld_reporter where report_id = any($1::uuid[])';

/** Who stands behind a report. Never leaves the server as it is. */
export interface VaultEntry {
  readonly reportId: string;
  readonly accountId: string;
}

/** Of each report whether it was made anonymous after it was filed, in the order asked. */
export async function findWithheld(
  database: DataSource,
  reportIds: readonly string[],
): Promise<readonly boolean[]> {
  const rows = await database.query<{ report_id: string }[]>(WITHHELD, [reportIds]);
  const withheld = new Set(rows.map((row) => row.report_id));
  return reportIds.map((reportId) => withheld.has(reportId));
}

/** Place of a report in the list of own reports. */
export interface OwnReportPlace {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly reportId: string;
}

/** An own report with its place. */
export interface OwnReport {
  readonly reportId: string;
  readonly submittedAt: Date;
}

/** Who stands behind each report, in the order asked; null where the vault has no link. */
export async function findVaultEntries(
  database: DataSource,
  vault: Vault,
  reportIds: readonly string[],
): Promise<readonly (VaultEntry | null)[]> {
  const rows = await database.query<{ report_id: string; sealed_account_id: string }[]>(BY_REPORTS, [
    reportIds,
  ]);
  const sealed = new Map(rows.map((row) => [row.report_id, row.sealed_account_id]));
  return reportIds.map((reportId) => {
    const accountId = sealed.get(reportId);
    return accountId === undefined ? null : { reportId, accountId: vault.openAccountId(accountId) };
  });
}

/** Up to `limit` reports of the account, newest first, after a place. */
export async function findOwnReports(
  database: DataSource,
  accountHash: Buffer,
  after: OwnReportPlace | null,
  limit: number,
): Promise<readonly OwnReport[]> {
  const rows = await database.query<{ report_id: string; submitted_at: Date }[]>(BY_ACCOUNT, [
    accountHash,
    after?.at ?? null,
    after?.reportId ?? null,
    limit,
  ]);
  return rows.map((row) => ({ reportId: row.report_id, submittedAt: row.submitted_at }));
}
