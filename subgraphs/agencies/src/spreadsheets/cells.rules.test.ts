import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { isFormula, readCell, writeCell, writeRecord } from './cells.rules.js';

/** Texts that begin with what matters here more often than chance would have it. */
const texts = fc
  .tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', "'", "'=", "''@", '＝', '"', ';'), fc.string())
  .map(([beginning, rest]) => beginning + rest);

describe('A cell', () => {
  it('that is written never begins like a formula, and reads as what it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isFormula(writeCell(text))).toBe(false);
        expect(readCell(writeCell(text))).toBe(text);
      }),
    );
  });

  it.each(["'tHooft", '', 'Dinas Kesehatan', '5-1'])('is left alone: %j', (text) => {
    expect(writeCell(text)).toBe(text);
    expect(readCell(text)).toBe(text);
  });

  it('keeps commas, quotes and line ends to itself', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (values) => {
        const records: string[][] = parse(writeRecord(values), { relax_column_count: true });
        expect(records.map((cells) => cells.map(readCell))).toEqual([values]);
      }),
    );
  });
});
