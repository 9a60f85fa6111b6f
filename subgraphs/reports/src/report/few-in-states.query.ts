import type { EntityManager } from 'typeorm';
import { FEW } from '../search/few-matches.query.js';
import type { ReportState } from './report-state.js';

/** States in which few reports are at a time; index `report_by_rare_state` holds those alone. */
const RARE: readonly ReportState[] = ['SUBMITTED', 'AWAITING_REPORTER', 'RETURNED', 'MERGED', 'WITHDRAWN'];

const FIND = /* sql */ `
  select id from report
   where state = any($1) and state in (${RARE.map((state) => `'${state}'`).join(', ')})
   limit ${FEW + 1}
`;

/**
 * All reports of the country in these states, whoever may see them, where these are few; null where they are many, or
 * where a state is among them that most reports come to. Statistics see more of a rare state than there is.
 */
export async function findFewInStates(
  tx: EntityManager,
  states: readonly ReportState[],
): Promise<readonly string[] | null> {
  if (!states.every((state) => RARE.includes(state))) return null;
  const rows = await tx.query<{ id: string }[]>(FIND, [states]);
  return rows.length > FEW ? null : rows.map(({ id }) => id);
}
