import { describe, expect, it } from '@jest/globals';
import { MOST_ROWS, readTable } from './read-table.js';
import type { Table } from './columns.js';

const COLUMNS = { required: ['code', 'name'], optional: ['phone'] };

const read = (text: string | Buffer): Promise<Table> => readTable(Buffer.from(text), COLUMNS);
const told = ({ refused }: Table): readonly unknown[] =>
  refused.map(({ row, column, refusal }) => [row, column, refusal.kind]);

describe('A table', () => {
  it.each([
    ['commas', 'code,name\nA,Dinas\n'],
    ['semicolons', 'code;name\nA;Dinas\n'],
    ['a mark in front', '\uFEFFcode,name\r\nA,Dinas\r\n'],
    ['quotes', '"code","name"\r\n"A","Dinas"'],
    ['columns in another order, and spaces', 'name , code\n Dinas , A '],
  ])('is read with %s', async (_what, text) => {
    expect(await read(text)).toEqual({
      rows: [{ row: 2, cells: { code: 'A', name: 'Dinas' } }],
      refused: [],
    });
  });

  it('counts rows as a spreadsheet does: empty ones too, and a cell of two lines as one row', async () => {
    const { rows } = await read('code,name\n\nA,"Dinas\nKesehatan"\n,\nB,Dinas\n');
    expect(rows.map(({ row, cells }) => [row, cells.name])).toEqual([
      [3, 'Dinas\nKesehatan'],
      [5, 'Dinas'],
    ]);
  });

  it('names every column that is missing, unknown or there twice', async () => {
    expect(told(await read('kode;name;name\nA;B;C'))).toEqual([
      [1, 'code', 'ColumnMissing'],
      [1, 'kode', 'ColumnUnknown'],
      [1, 'name', 'ColumnRepeated'],
    ]);
  });

  it('names every cell that a spreadsheet would calculate, and takes a telephone number', async () => {
    const table = await read(
      'code,name,phone\n=1+1,@SUM(A1),+62 22 123\nA,-,+cmd|calc\n"\tB","Baik",\nC,Baik,\'+62 22',
    );
    expect(told(table)).toEqual([
      [2, 'code', 'CellIsFormula'],
      [2, 'name', 'CellIsFormula'],
      [3, 'name', 'CellIsFormula'],
      [3, 'phone', 'CellIsFormula'],
      [4, 'code', 'CellIsFormula'],
    ]);
    expect(table.rows.map(({ cells }) => cells.phone)).toEqual(['+62 22 123', '+cmd|calc', '', '+62 22']);
  });

  it.each([
    ['is empty', '', [[1, null, 'TableEmpty']]],
    ['has a heading alone', 'code,name\n', [[1, null, 'TableEmpty']]],
    ['has a quote that never closes', 'code,name\nA,"Dinas\nB,Dinas\n', [[2, null, 'TableMalformed']]],
    ['has a cell too many', 'code,name\nA,B\nA,B,C\n', [[3, null, 'CellsMisplaced']]],
    ['has a cell too few', 'code,name\nA\n', [[2, null, 'CellsMisplaced']]],
    ['has a row that never ends', `code,name\nA,${'x'.repeat(20_000)}`, [[2, null, 'TableMalformed']]],
  ])('that %s is refused with its row', async (_what, text, problems) => {
    expect(told(await read(text))).toEqual(problems);
  });

  it('in another encoding is refused with the line that shows it', async () => {
    const latin = Buffer.from('code,name\nA,Dinas\nB,Pelayanan Caf\xe9\n', 'latin1');
    expect(told(await read(latin))).toEqual([[3, null, 'TableNotUtf8']]);
    expect(told(await read(Buffer.from('\uFEFFcode,name\nA,B', 'utf16le')))).toEqual([
      [1, null, 'TableNotUtf8'],
    ]);
  });

  it('has so many rows and no more', async () => {
    const rows = (count: number): string => `code,name\n${'A,B\n'.repeat(count)}`;
    expect((await read(rows(MOST_ROWS))).rows).toHaveLength(MOST_ROWS);
    expect(told(await read(rows(MOST_ROWS + 1)))).toEqual([[MOST_ROWS + 2, null, 'TableTooLong']]);
  });
});
