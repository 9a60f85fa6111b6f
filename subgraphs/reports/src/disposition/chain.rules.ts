import type { Act } from '../report/transitions.js';

/** A link of the chain of holders, as the rules read it; oldest first. */
export interface Link {
  readonly act: Act;
  /** Null for the first holder. */
  readonly from_agency_id: string | null;
  readonly to_agency_id: string;
}

/** Acts by which an agency sends a report down to another; what comes up again was not sent. */
const SENDING: readonly Act[] = ['VERIFY', 'SUB_DISPATCH', 'REDISPATCH', 'BIND'];

/** Agencies that have returned the report; only the national desk sends it there again. */
export function returnersIn(chain: readonly Link[]): ReadonlySet<string> {
  const returns = chain.filter(({ act }) => act === 'RETURN');
  return new Set(returns.flatMap(({ from_agency_id: from }) => from ?? []));
}

/** The last agency, other than the holder itself, that sent the report to its holder; null where none did. */
export function dispatcherIn(chain: readonly Link[], holderId: string): string | null {
  const sent = chain.findLast(
    ({ act, from_agency_id: from, to_agency_id: to }) =>
      SENDING.includes(act) && to === holderId && from !== holderId,
  );
  return sent?.from_agency_id ?? null;
}
