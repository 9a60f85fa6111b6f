/** The columns that a table may have; those that are optional may be left out as a whole. */
export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** One row below the heading. */
export interface TableRow {
  /** As a spreadsheet counts it; the heading is row 1. */
  readonly row: number;
  /** Cells by column, trimmed; a column that the table does not have is not there. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Why something in a table is refused; the kinds are problems with texts of their own. */
export type CellRefusal =
  | { readonly kind: 'ColumnMissing'; readonly name: string }
  | { readonly kind: 'ColumnUnknown'; readonly name: string }
  | { readonly kind: 'ColumnRepeated'; readonly name: string }
  | { readonly kind: 'CellsMisplaced'; readonly expected: number; readonly found: number }
  | { readonly kind: 'CellIsFormula' }
  | { readonly kind: 'TableNotUtf8' }
  | { readonly kind: 'TableMalformed' }
  | { readonly kind: 'TableEmpty' }
  | { readonly kind: 'TableTooLong'; readonly most: number };

/** A refusal, and where in the table it is meant. */
export interface RefusedCell<Refusal = CellRefusal> {
  readonly row: number;
  /** Null where the row as a whole is meant. */
  readonly column: string | null;
  readonly refusal: Refusal;
}

/** A table as it was read. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly refused: readonly RefusedCell[];
}

/** Longest name of an unknown column that is told back. */
const LONGEST_NAME = 60;

/** What is wrong with the heading. */
export function judgeHeading(
  heading: readonly string[],
  { required, optional }: Columns,
): readonly RefusedCell[] {
  const known = [...required, ...optional];
  const inHeading = (column: string, refusal: CellRefusal): RefusedCell => ({ row: 1, column, refusal });
  const missing = required.filter((name) => !heading.includes(name));
  const unknown = heading.filter((name) => !known.includes(name));
  const repeated = known.filter((name) => heading.filter((other) => other === name).length > 1);
  return [
    ...missing.map((name) => inHeading(name, { kind: 'ColumnMissing', name })),
    ...unknown.map((name) => {
      const shown = Array.from(name).slice(0, LONGEST_NAME).join('');
      return inHeading(shown, { kind: 'ColumnUnknown', name: shown });
    }),
    ...repeated.map((name) => inHeading(name, { kind: 'ColumnRepeated', name })),
  ];
}
