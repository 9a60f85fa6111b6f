import type { OfficerRole } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';

/* Receipts of one account by its keyed hash, newest first; $2 and $3 as in the list of own reports. */
const BY_ACCOUNT = /* sql */ `
  select id, report_id, role, agency_id, purpose, at from access_receipt
   where account_hash = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid))
   order by at desc, id desc
   limit $4
`;

/** A receipt as it is stored, without whom it concerns. */
export interface AccessReceiptRow {
  readonly id: string;
  readonly report_id: string;
  readonly role: OfficerRole;
  readonly agency_id: string;
  readonly purpose: 'READ_NAME';
  readonly at: Date;
}

/** Place of a receipt in the list. */
export interface ReceiptPlace {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly id: string;
}

/** Up to `limit` receipts of the account, newest first, after a place. */
export function findAccessReceipts(
  database: DataSource,
  accountHash: Buffer,
  after: ReceiptPlace | null,
  limit: number,
): Promise<readonly AccessReceiptRow[]> {
  return database.query<AccessReceiptRow[]>(BY_ACCOUNT, [
    accountHash,
    after?.at ?? null,
    after?.id ?? null,
    limit,
  ]);
}
