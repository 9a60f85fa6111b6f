import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withhold } from './withhold.rules.js';

const shown = (counts: readonly number[], sums: readonly (readonly number[])[]): readonly (number | null)[] =>
  withhold(counts, sums).map((isHidden, at) => (isHidden ? null : (counts[at] ?? 0)));

describe('Withholding small counts', () => {
  it('shows everything when no count is small', () => {
    expect(shown([5, 0, 12], [[0, 1, 2]])).toEqual([5, 0, 12]);
  });

  it('hides the next smallest count too, so that subtraction shows nothing', () => {
    expect(shown([2, 0, 30, 9], [[0, 1, 2, 3]])).toEqual([null, 0, 30, null]);
  });

  it('hides more when the hidden ones together are still few', () => {
    expect(shown([1, 1, 8, 20], [[0, 1, 2, 3]])).toEqual([null, null, null, 20]);
  });

  it('follows a hidden count into every sum that it is part of', () => {
    const table = [3, 40, 50, 60, 70, 80];
    const rows = [
      [0, 1, 2],
      [3, 4, 5],
    ];
    const columns = [
      [0, 3],
      [1, 4],
      [2, 5],
    ];
    expect(shown(table, [...rows, ...columns])).toEqual([null, null, 50, null, null, 80]);
  });

  it('never leaves one hidden count alone, or hidden counts that are few together, where others could hide them', () => {
    const tables = fc
      .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 2, max: 6 }) })
      .chain(({ rows, columns }) =>
        fc.record({
          columns: fc.constant(columns),
          counts: fc.array(fc.oneof(fc.nat(6), fc.nat(60)), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
        }),
      );
    fc.assert(
      fc.property(tables, ({ columns, counts }) => {
        const positions = counts.map((_, at) => at);
        const sums = [
          ...Object.values(Object.groupBy(positions, (at) => Math.floor(at / columns))),
          ...Object.values(Object.groupBy(positions, (at) => at % columns)),
        ].map((sum) => sum ?? []);
        const hidden = withhold(counts, sums);
        for (const at of positions) {
          const count = counts[at] ?? 0;
          if (count > 0 && count < 5) expect(hidden[at]).toBe(true);
          if (count === 0) expect(hidden[at]).toBe(false);
        }
        for (const sum of sums) {
          const veiled = sum.filter((at) => hidden[at]);
          const isAllVeiled = sum.every((at) => hidden[at] === true || counts[at] === 0);
          const weight = veiled.reduce((total, at) => total + (counts[at] ?? 0), 0);
          expect(veiled.length === 0 || isAllVeiled || (veiled.length > 1 && weight >= 5)).toBe(true);
        }
      }),
    );
  });
});
