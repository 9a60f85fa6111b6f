import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { isFormula, readCell } from './cells.rules.js';
import { type Columns, judgeHeading, type RefusedCell, type Table, type TableRow } from './columns.js';

/** Rows that one table may have; all of it is carried out while the tree is held still. */
export const MOST_ROWS = 20_000;

/** The longest that one record may be, in bytes; no honest row comes near it. */
const LONGEST_RECORD = 16 * 2 ** 10;
/** Bytes that are read before others have their turn. */
const SLICE = 64 * 2 ** 10;
/** A heading of thousands of wrong columns is told by its first ones. */
const MOST_COLUMNS = 50;

/** A telephone number may begin with a plus. */
const PHONE_LIKE = /^\+[\d ()-]+$/;

/** Reads a table: UTF-8 with or without a mark, commas or semicolons, quotes as in RFC 4180. */
export async function readTable(content: Buffer, columns: Columns): Promise<Table> {
  const notUtf8 = firstLineNotUtf8(content);
  if (notUtf8 !== null) return refused({ row: notUtf8, column: null, refusal: { kind: 'TableNotUtf8' } });
  const rows: TableRow[] = [];
  const problems: RefusedCell[] = [];
  let heading: readonly string[] | null = null;
  let row = 0;
  try {
    for await (const record of recordsOf(content)) {
      row += 1;
      if (heading === null) {
        heading = record.slice(0, MOST_COLUMNS).map((cell) => cell.trim());
        const wrong = judgeHeading(heading, columns);
        if (wrong.length > 0) return { rows: [], refused: wrong };
      } else if (record.some((cell) => cell.trim() !== '')) {
        if (rows.length === MOST_ROWS) {
          const refusal = { kind: 'TableTooLong', most: MOST_ROWS } as const;
          return refused({ row, column: null, refusal });
        }
        problems.push(...judgeCells(row, record, heading));
        rows.push({ row, cells: byColumn(record, heading) });
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused({ row: recordsBefore(error) + 1, column: null, refusal: { kind: 'TableMalformed' } });
  }
  if (rows.length === 0) return refused({ row: 1, column: null, refusal: { kind: 'TableEmpty' } });
  return { rows, refused: problems };
}

/** The parser tells how many records it had read; those that were on their way to us are lost with the error. */
function recordsBefore(error: CsvError): number {
  return typeof error.records === 'number' ? error.records : 0;
}

function refused(...problems: readonly RefusedCell[]): Table {
  return { rows: [], refused: problems };
}

function judgeCells(
  row: number,
  record: readonly string[],
  heading: readonly string[],
): readonly RefusedCell[] {
  if (record.length !== heading.length) {
    const refusal = { kind: 'CellsMisplaced', expected: heading.length, found: record.length } as const;
    return [{ row, column: null, refusal }];
  }
  return record.flatMap((cell, index) =>
    isFormula(cell) && !PHONE_LIKE.test(cell)
      ? [{ row, column: heading[index] ?? null, refusal: { kind: 'CellIsFormula' } as const }]
      : [],
  );
}

function byColumn(record: readonly string[], heading: readonly string[]): TableRow['cells'] {
  return Object.fromEntries(heading.map((name, index) => [name, readCell(record[index] ?? '').trim()]));
}

function recordsOf(content: Buffer): AsyncIterable<readonly string[]> {
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(content),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  });
  return Readable.from(slicesOf(content)).pipe(parser) as AsyncIterable<readonly string[]>;
}

function* slicesOf(content: Buffer): Generator<Buffer> {
  for (let start = 0; start < content.length; start += SLICE) yield content.subarray(start, start + SLICE);
}

/** Spreadsheets of countries that write 1,5 divide cells by semicolons; the heading tells, for no column holds either. */
function delimiterOf(content: Buffer): ',' | ';' {
  const [heading = ''] = content
    .subarray(0, LONGEST_RECORD)
    .toString('utf8')
    .split(/[\r\n]/, 1);
  return heading.split(';').length > heading.split(',').length ? ';' : ',';
}

/** The first line that is not UTF-8, from 1; null when all is. */
function firstLineNotUtf8(content: Buffer): number | null {
  const isUtf8 = (bytes: Buffer): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  if (isUtf8(content)) return null;
  let line = 1;
  let start = 0;
  for (;;) {
    const end = content.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(content.subarray(start, end))) return line;
    line += 1;
    start = end + 1;
  }
}
