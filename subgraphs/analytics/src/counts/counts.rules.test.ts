import { REPORT_STATES, REPORT_TYPES } from '@satu-pintu/domain-kit';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CountCell, lightOf, tally } from './counts.rules.js';
import { isOpen } from './report-state.js';

const cells = fc.array(
  fc.record({
    state: fc.constantFrom(...REPORT_STATES),
    type: fc.constantFrom(null, ...REPORT_TYPES),
    total: fc.nat(50),
    overdue: fc.nat(5),
  }),
);

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((one, other) => one + other, 0);

describe('Tally of an agency', () => {
  it('counts each report once: states and types both add up to the total', () => {
    fc.assert(
      fc.property(cells, (given: readonly CountCell[]) => {
        const { total, byState, byType } = tally(given);
        expect(sum(byState.values())).toBe(total);
        expect(sum(byType.values())).toBe(total);
      }),
    );
  });

  it('counts as open what is in an open state', () => {
    fc.assert(
      fc.property(cells, (given: readonly CountCell[]) => {
        const { open, byState } = tally(given);
        expect(open).toBe(sum([...byState].filter(([state]) => isOpen(state)).map(([, count]) => count)));
      }),
    );
  });
});

describe('Traffic light', () => {
  it.each([
    { open: 3, overdue: 1, light: 'RED' },
    { open: 3, overdue: 0, light: 'YELLOW' },
    { open: 0, overdue: 0, light: 'GREEN' },
  ])('is $light with $open open and $overdue overdue', ({ light, ...counts }) => {
    expect(lightOf(counts)).toBe(light);
  });
});
