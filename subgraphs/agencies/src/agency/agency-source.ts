/** A calendar day on which to look at the tree, `YYYY-MM-DD`; null for the present. */
export type AsOf = string | null;

/**
 * Where a statement reads agencies from: the table, or the table as it was on the day that a parameter names. Both have
 * the columns of an `AgencyRow`.
 */
export function agencySource(asOf: AsOf, parameter: number): string {
  return asOf === null ? 'agency' : `agency_on($${String(parameter)}::date) as agency`;
}

/** The parameters of such a statement: the day comes last, and only where it is used. */
export function withDay(parameters: readonly unknown[], asOf: AsOf): unknown[] {
  return asOf === null ? [...parameters] : [...parameters, asOf];
}
