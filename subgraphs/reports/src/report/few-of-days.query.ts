import type { EntityManager } from 'typeorm';
import { FEW } from '../search/few-matches.query.js';
import { LISTED_AT } from './report.store.js';

/* Index `report_by_submission`; what is not asked for stands at the ends of time, so that it stays a range. */
const FIND = /* sql */ `
  select id from report
   where ${LISTED_AT} >= coalesce($1::timestamptz, '-infinity') and ${LISTED_AT} < coalesce($2::timestamptz, 'infinity')
   limit ${FEW + 1}
`;

/** Instants between which reports are listed: the first included, the last not; null for no bound. */
export interface Span {
  readonly from: Date | null;
  readonly to: Date | null;
}

/**
 * All reports of the country in a span, whoever may see them, where these are few; null where they are many, or where
 * no span is asked for. In an inbox sorted by what is due, the days of submission stand in no order.
 */
export async function findFewOfDays(
  tx: EntityManager,
  { from, to }: Span,
): Promise<readonly string[] | null> {
  if (from === null && to === null) return null;
  const rows = await tx.query<{ id: string }[]>(FIND, [from, to]);
  return rows.length > FEW ? null : rows.map(({ id }) => id);
}
