/** With these a cell begins that a spreadsheet takes for a formula, full-width forms included (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const QUOTED_FORMULA = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Would a spreadsheet calculate this cell instead of showing it? */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell);
}

/** A value as a cell that is shown and not calculated; `readCell` gives back exactly what went in. */
export function writeCell(value: string): string {
  return isFormula(value) || QUOTED_FORMULA.test(value) ? `'${value}` : value;
}

/** What a cell says, without the quote that keeps a spreadsheet from calculating it. */
export function readCell(cell: string): string {
  return QUOTED_FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** One record of a table (RFC 4180): every cell in quotes, so that none reads as two in any country's spreadsheet. */
export function writeRecord(values: readonly (string | null)[]): string {
  const cells = values.map((value) => `"${writeCell(value ?? '').replaceAll('"', '""')}"`);
  return `${cells.join(',')}\r\n`;
}
