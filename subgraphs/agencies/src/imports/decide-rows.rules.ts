import type { Decision } from '@satu-pintu/domain-kit';
import type { RefusedCell, TableRow } from '../spreadsheets/columns.js';
import type { ImportKind } from './import-record.js';
import type { AcceptedRow, RowRefusal, RowResult } from './row-outcome.js';

/** Refusals that are about one column, whatever the row says elsewhere. */
const COLUMN_OF: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  UNITS: {
    AgencyNotFound: 'parentCode',
    AgencyCodeTaken: 'code',
    WouldFormCircle: 'parentCode',
    TreeTooDeep: 'parentCode',
    RowRepeated: 'code',
  },
  OFFICERS: {
    AgencyNotFound: 'agencyCode',
    OfficerNotFound: 'id',
    RoleUnfit: 'role',
    LastAdmin: 'role',
    RowRepeated: 'id',
  },
};

/** A row that a rule refused, with the column that it is about. */
export function refusedRow(kind: ImportKind, row: number, refusal: RowRefusal): RowResult {
  const field = 'field' in refusal ? refusal.field : undefined;
  return { row, outcome: 'REFUSED', column: field ?? COLUMN_OF[kind][refusal.kind] ?? null, refusal };
}

/** A cell that could not be read. */
export function refusedCell({ row, column, refusal }: RefusedCell): RowResult {
  return { row, outcome: 'REFUSED', column, refusal };
}

/** Judges rows and remembers what each was about: two rows about the same thing contradict each other. */
export class RowJudge {
  private readonly rowOf = new Map<string, number>();

  constructor(private readonly kind: ImportKind) {}

  judge({ row }: TableRow, decision: Decision<AcceptedRow, RowRefusal>): RowResult {
    if (!decision.ok) return refusedRow(this.kind, row, decision.refusal);
    const { subjectId, outcome } = decision.value;
    const other = this.rowOf.get(subjectId);
    if (other !== undefined) return refusedRow(this.kind, row, { kind: 'RowRepeated', other });
    this.rowOf.set(subjectId, row);
    return { row, outcome, subjectId };
  }
}

/**
 * Rows of units in an order in which every unit comes after the one above it, when that is in the file too; otherwise
 * as they stand. Rows that go round in a circle stay as they stand, and fail for want of a parent.
 */
export function parentsFirst(rows: readonly TableRow[]): readonly TableRow[] {
  const byCode = new Map(rows.map((row) => [row.cells.code ?? '', row]));
  const placed = new Set<TableRow>();
  for (const row of rows) {
    const chain = new Set<TableRow>();
    for (
      let next: TableRow | undefined = row;
      next !== undefined && !placed.has(next) && !chain.has(next);
      next = byCode.get(next.cells.parentCode ?? '')
    ) {
      chain.add(next);
    }
    for (const link of [...chain].reverse()) placed.add(link);
  }
  return [...placed];
}
