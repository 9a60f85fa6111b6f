import type { Light } from '../counts/counts.rules.js';

/** Numbers of one agency as the public sees them; null stands for a withheld one. */
export interface PublishedCounts {
  readonly total: number | null;
  readonly open: number | null;
  readonly overdue: number | null;
  readonly light: Light | null;
  /** By state; a state without an entry counts nothing. Null below the top agencies, where only totals are public. */
  readonly byState: Readonly<Record<string, number | null>> | null;
  /** By type, likewise. */
  readonly byType: Readonly<Record<string, number | null>> | null;
}

/** What the public sees of an agency that has nothing to count. */
export const NOTHING_TO_COUNT: PublishedCounts = {
  total: 0,
  open: 0,
  overdue: 0,
  light: 'GREEN',
  byState: {},
  byType: {},
};

/** What the public sees of an agency that the statistics do not know yet: no number rather than a wrong one. */
export const NOTHING_KNOWN: PublishedCounts = {
  total: null,
  open: null,
  overdue: null,
  light: null,
  byState: null,
  byType: null,
};
