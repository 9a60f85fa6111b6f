import type { AuditEntry } from '@satu-pintu/audit';
import type { ReportsService } from './reports-service.js';

/** The entries of the audit log that were written meanwhile, in their order. */
export async function auditedDuring(
  { database }: ReportsService,
  work: () => Promise<unknown>,
): Promise<readonly AuditEntry[]> {
  const [before] = await database.query<{ seq: string }[]>('select coalesce(max(seq), 0) as seq from outbox');
  await work();
  const rows = await database.query<{ payload: AuditEntry }[]>(
    `select payload from outbox where type = 'audit.recorded' and seq > $1 order by seq`,
    [before?.seq],
  );
  return rows.map(({ payload }) => payload);
}
