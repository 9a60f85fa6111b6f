import { REPORT_STATES } from '@satu-pintu/domain-kit';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CountCell, tally } from '../counts/counts.rules.js';
import { isOpen } from '../counts/report-state.js';
import { type AgencyTally, publishCube } from './published-cube.rules.js';
import type { PublishedCounts } from './published-counts.js';

const cell = (state: string, total: number, overdue = 0): CountCell => ({
  state,
  type: 'ASPIRATION',
  total,
  overdue,
});

function agency(
  agencyId: string,
  parentId: string | null,
  isTop: boolean,
  cells: readonly CountCell[],
): AgencyTally {
  return { agencyId, parentId, isTop, tally: tally(cells) };
}

function publishOne(cells: readonly CountCell[]): PublishedCounts | undefined {
  return publishCube([agency('city', 'root', true, cells)]).get('city');
}

describe('The public cube', () => {
  it('shows exact numbers where none is small', () => {
    expect(publishOne([cell('DISPATCHED', 10, 6), cell('CLOSED', 20)])).toEqual({
      total: 30,
      open: 10,
      overdue: 6,
      light: 'RED',
      byState: { DISPATCHED: 10, CLOSED: 20 },
      byType: { ASPIRATION: 30 },
    });
  });

  it('withholds a small state with a second one of its kind, since open and ended are known', () => {
    const counts = publishOne([
      cell('DISPATCHED', 2),
      cell('IN_PROGRESS', 9),
      cell('RESPONDED', 30),
      cell('CLOSED', 50),
    ]);
    expect(counts).toMatchObject({ total: 91, open: 41 });
    expect(counts?.byState).toEqual({ DISPATCHED: null, IN_PROGRESS: null, RESPONDED: 30, CLOSED: 50 });
  });

  it('withholds the open ones when they are few, and one ended state, since the total is known', () => {
    const counts = publishOne([cell('DISPATCHED', 2), cell('CLOSED', 50), cell('ARCHIVED', 60)]);
    expect(counts).toMatchObject({ total: 112, open: null });
    expect(counts?.byState).toEqual({ DISPATCHED: null, CLOSED: null, ARCHIVED: 60 });
  });

  it('shows nothing of an agency with fewer than five reports, its light included', () => {
    expect(publishOne([cell('DISPATCHED', 4, 1)])).toEqual({
      total: null,
      open: null,
      overdue: null,
      light: null,
      byState: null,
      byType: null,
    });
  });

  it('shows the light, not the number, when few are overdue', () => {
    expect(publishOne([cell('DISPATCHED', 20, 1)])).toMatchObject({ total: 20, overdue: null, light: 'RED' });
  });

  it('shows the total alone below the top agencies', () => {
    const counts = publishCube([agency('office', 'city', false, [cell('DISPATCHED', 20)])]).get('office');
    expect(counts).toEqual({
      total: 20,
      open: null,
      overdue: null,
      light: 'YELLOW',
      byState: null,
      byType: null,
    });
  });

  it('withholds a second total beside the only small one of a parent', () => {
    const totals = [3, 12, 40].map((total, index) =>
      agency(`office ${String(index)}`, 'city', false, [cell('CLOSED', total)]),
    );
    expect([...publishCube(totals).values()].map((counts) => counts.total)).toEqual([null, null, 40]);
  });

  it('never publishes a small number, nor all but one of those that add up to a published one', () => {
    const cells = fc.array(fc.tuple(fc.constantFrom(...REPORT_STATES), fc.oneof(fc.nat(6), fc.nat(60))), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (rows) => {
        const agencies = rows.map((row, index) =>
          agency(
            String(index),
            'root',
            true,
            row.map(([state, total]) => cell(state, total)),
          ),
        );
        const cube = publishCube(agencies);
        for (const { agencyId, tally: real } of agencies) {
          const shown = cube.get(agencyId);
          if (!shown?.byState) continue;
          const published = Object.entries(shown.byState);
          expect(published.every(([, count]) => count === null || count === 0 || count >= 5)).toBe(true);
          const unknown = (wanted: boolean): number =>
            published.filter(([state, count]) => isOpen(state) === wanted && count === null).length;
          if (shown.open !== null) {
            expect(unknown(true)).not.toBe(1);
            expect(unknown(false)).not.toBe(1);
          } else if (real.open > 0 && real.total > real.open) {
            expect(unknown(true)).toBeGreaterThan(0);
            expect(unknown(false)).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});
