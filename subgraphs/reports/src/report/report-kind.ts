import type { ReportFilter } from './report-list.input.js';
import type { ReportOrder } from './report-order.js';
import { type Channel, OPEN_STATES, type ReportState, type ReportType } from './report-state.js';

/** What is asked for of what a report is about, and where it came from; null for anything. */
export interface Kind {
  readonly states: readonly ReportState[] | null;
  readonly types: readonly ReportType[] | null;
  readonly channels: readonly Channel[] | null;
  /** Digits and dots; what lies within counts too. */
  readonly regionCode: string | null;
  /** Digits and dots; what lies below counts too. */
  readonly categoryId: string | null;
}

/** The kind that a list is to hold. */
export function kindOf(orderBy: ReportOrder, filter: ReportFilter | null): Kind {
  return {
    states: mayOnlyBeOpen(orderBy, filter) ? openStatesOf(filter) : (filter?.states ?? null),
    types: filter?.types ?? null,
    channels: filter?.channels ?? null,
    regionCode: plainCode(filter?.regionCode),
    categoryId: plainCode(filter?.categoryId),
  };
}

/** What is due, or overdue, is open. */
function mayOnlyBeOpen(orderBy: ReportOrder, filter: ReportFilter | null): boolean {
  return orderBy === 'DUE_FIRST' || filter?.isOverdue === true;
}

/** The open ones among the states that are asked for; what has ended would only grow with the years. */
export function openStatesOf(filter: ReportFilter | null): ReportState[] {
  return (filter?.states ?? OPEN_STATES).filter((state) => OPEN_STATES.includes(state));
}

/** Codes are digits and dots; anything else finds nothing, and never reaches `like` as a pattern. */
function plainCode(code: string | null | undefined): string | null {
  if (code === null || code === undefined) return null;
  return /^[\d.]+$/.test(code) ? code : '-';
}
