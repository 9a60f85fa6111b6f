import { isOpen } from './report-state.js';

/** RED no answer in time, YELLOW in progress, GREEN all followed up. */
export const LIGHTS = ['RED', 'YELLOW', 'GREEN'] as const;
export type Light = (typeof LIGHTS)[number];

/** Counters of one state and type of an agency with all below it. `type` is null for reports not classified yet. */
export interface CountCell {
  readonly state: string;
  readonly type: string | null;
  readonly total: number;
  readonly overdue: number;
}

/** The numbers of an agency. */
export interface Tally {
  readonly total: number;
  readonly open: number;
  readonly overdue: number;
  readonly byState: ReadonlyMap<string, number>;
  readonly byType: ReadonlyMap<string | null, number>;
}

/** Adds cells up. Each report is in exactly one cell, so the states add up to the total, and so do the types. */
export function tally(cells: readonly CountCell[]): Tally {
  const byState = new Map<string, number>();
  const byType = new Map<string | null, number>();
  let [total, open, overdue] = [0, 0, 0];
  for (const cell of cells) {
    total += cell.total;
    overdue += cell.overdue;
    if (isOpen(cell.state)) open += cell.total;
    byState.set(cell.state, (byState.get(cell.state) ?? 0) + cell.total);
    byType.set(cell.type, (byType.get(cell.type) ?? 0) + cell.total);
  }
  return { total, open, overdue, byState, byType };
}

/** The traffic light of an agency, by its worst report: merah, kuning, hijau. */
export function lightOf({ open, overdue }: Pick<Tally, 'open' | 'overdue'>): Light {
  if (overdue > 0) return 'RED';
  return open > 0 ? 'YELLOW' : 'GREEN';
}
