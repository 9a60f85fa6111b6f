/** How an agency hangs under its parent: as a unit of it, or guided by it (UU 23/2014: regions are autonomous). */
export const TIES = ['ADMINISTRATIVE', 'SUPERVISORY'] as const;

export type Tie = (typeof TIES)[number];

/** What an agency is. */
export const AGENCY_KINDS = [
  'NATIONAL_DESK',
  'MINISTRY',
  'STATE_AGENCY',
  'STATE_ENTERPRISE',
  'PROVINCE',
  'REGENCY',
  'CITY',
  'ADMINISTRATIVE_REGENCY',
  'ADMINISTRATIVE_CITY',
  'UNIT',
] as const;

export type AgencyKind = (typeof AGENCY_KINDS)[number];

/**
 * Where an agency stands in the one tree. `path` names all nodes from the root to the agency;
 * `housePath` only those since the last supervisory tie above it, so it never leaves the agency's own house.
 * Both are agency ids (dashes replaced by nothing) joined by dots, as PostgreSQL's ltree wants them.
 */
export interface AgencyPlace {
  readonly path: string;
  readonly housePath: string;
}

/** Label of an agency in paths: its id without dashes. */
export function pathLabel(agencyId: string): string {
  return agencyId.replaceAll('-', '');
}

/** May the upper agency manage the lower one (register units, appoint, dispatch)? Down administrative ties only, itself included. */
export function manages(upper: AgencyPlace, lower: AgencyPlace): boolean {
  return isAtOrBelow(lower.housePath, upper.housePath);
}

/** May the upper agency monitor the lower one (read, remind, count)? Down both ties, itself included. */
export function monitors(upper: AgencyPlace, lower: AgencyPlace): boolean {
  return isAtOrBelow(lower.path, upper.path);
}

/** Place of an agency under its parent; a root has none. */
export function placeUnder(agencyId: string, parent: AgencyPlace | null, tie: Tie): AgencyPlace {
  const label = pathLabel(agencyId);
  if (parent === null) return { path: label, housePath: label };
  return {
    path: `${parent.path}.${label}`,
    housePath: tie === 'ADMINISTRATIVE' ? `${parent.housePath}.${label}` : label,
  };
}

function isAtOrBelow(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`);
}
