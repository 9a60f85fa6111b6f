import type { AgencyKind, Tie } from '@satu-pintu/domain-kit';

/** An agency as the statements of this folder return it. */
export interface AgencyRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: AgencyKind;
  readonly parent_id: string | null;
  readonly tie: Tie;
  readonly path: string;
  readonly house_path: string;
  readonly region_code: string | null;
  readonly time_zone: string;
  readonly is_active: boolean;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly successor_id: string | null;
  readonly is_verified: boolean;
}

/** Columns of an `AgencyRow` of the table `agency`; days as text, since a day has no zone. */
export const AGENCY_COLUMNS = /* sql */ `
  agency.id, agency.code, agency.name, agency.abbreviation, agency.kind, agency.parent_id, agency.tie, agency.path,
  agency.house_path, agency.region_code, agency.time_zone, agency.is_active, agency.valid_from::text,
  agency.valid_to::text, agency.successor_id, agency.is_verified
`;

/** Place of an agency in a list by name. */
export interface AgencyCursor {
  readonly name: string;
  readonly id: string;
}

/** Where a row stands in a list by name. */
export function agencyCursor({ name, id }: AgencyRow): AgencyCursor {
  return { name, id };
}
