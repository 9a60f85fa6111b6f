import { permit } from '@satu-pintu/authorization';
import { inTransaction } from '@satu-pintu/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '@satu-pintu/domain-kit';
import { findEmployer } from '../appointments/office.query.js';
import { lockTree } from '../hierarchy/lock-tree.js';
import { heldAmong } from '../requests/held-posts.query.js';
import type { Table } from '../spreadsheets/columns.js';
import { readTable } from '../spreadsheets/read-table.js';
import { carryOutOfficers, carryOutUnits } from './carry-out-rows.js';
import { recordChanges, recordDenials } from './audited-import.js';
import { refusedCell, refusedRow } from './decide-rows.rules.js';
import type { ImportInvitations } from './import-invitations.js';
import type { ImportRecord } from './import-record.js';
import { beginImport, claimImport, endImport, tellProgress } from './import.store.js';
import { OFFICER_COLUMNS } from './officer-rows.rules.js';
import type { RowResult } from './row-outcome.js';
import { UNIT_COLUMNS } from './unit-rows.rules.js';

/** What imports are carried out with. */
export interface ImportParts {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly invitations: ImportInvitations;
}

const KINDS = {
  UNITS: { columns: UNIT_COLUMNS, carryOut: carryOutUnits },
  OFFICERS: { columns: OFFICER_COLUMNS, carryOut: carryOutOfficers },
} as const;

/** Ten thousand rows are saved by single statements, and take more time than a request has. */
const TIME = /* sql */ `
  set local statement_timeout = '60s'; set local idle_in_transaction_session_timeout = '60s'
`;

/** Carries out one import as a whole: all of it and what became of each row, or the latter alone. */
export class CarryOutImport {
  constructor(private readonly parts: ImportParts) {}

  /** False when there is nothing to do: it is over, or another process is at it. */
  execute(id: string): Promise<boolean> {
    return inTransaction(this.parts.database, async (tx) => {
      await tx.query(TIME);
      const claimed = await claimImport(tx, id);
      if (!claimed) return false;
      const { record, content } = claimed;
      const table = await readTable(content, KINDS[record.kind].columns);
      const now = this.parts.clock.now();
      await beginImport(this.parts.database.manager, id, now, table.rows.length);
      const results = await this.carryOut(tx, record, table, now);
      await endImport(tx, id, results, now);
      return true;
    });
  }

  /** Nothing is left of what was changed when a row was refused, or when it was only to be tried. */
  private async carryOut(
    tx: EntityManager,
    record: ImportRecord,
    { rows, refused }: Table,
    now: Date,
  ): Promise<readonly RowResult[]> {
    if (rows.length === 0) return refused.map(refusedCell);
    await tx.query('savepoint before_rows');
    await lockTree(tx);
    const posts = await heldAmong(tx, record.postIds);
    const agency = await findEmployer(tx, record.agencyId);
    const importing = { tx, record, posts, now };
    if (!agency || !permit('IMPORT', posts, agency)) {
      const denied = [refusedRow(record.kind, 1, { kind: 'NotAllowed' })];
      await recordDenials(importing, denied);
      return denied;
    }
    const unreadable = new Set(refused.map(({ row }) => row));
    const readable = rows.filter(({ row }) => !unreadable.has(row));
    const tell = (rowsDone: number): Promise<void> =>
      tellProgress(this.parts.database.manager, record.id, rowsDone);
    const { invitations } = this.parts;
    const surroundings = { ...importing, invitations, tell };
    const { results, save } = await KINDS[record.kind].carryOut(readable, surroundings);
    const all = [...refused.map(refusedCell), ...results].sort((one, other) => one.row - other.row);
    const isRefused = all.some(({ outcome }) => outcome === 'REFUSED');
    if (!isRefused) {
      await save();
      await recordChanges(importing, all);
    }
    if (isRefused || record.isDryRun) await tx.query('rollback to savepoint before_rows');
    if (isRefused) await recordDenials(importing, all);
    return all;
  }
}
