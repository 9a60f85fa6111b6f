import type { OfficerRole } from '@satu-pintu/domain-kit';

/** A post as the statements of this folder return it, with the place of its agency. */
export interface OfficerRow {
  readonly id: string;
  readonly agency_id: string;
  readonly role: OfficerRole;
  readonly name: string;
  readonly title: string | null;
  readonly work_email: string | null;
  readonly work_phone: string | null;
  readonly is_active: boolean;
  readonly agency_path: string;
  readonly agency_house_path: string;
}

/** Columns of an `OfficerRow` of the tables `officer` and `agency`. The account behind a post is never read here. */
export const OFFICER_COLUMNS = /* sql */ `
  officer.id, officer.agency_id, officer.role, officer.name, officer.title, officer.work_email, officer.work_phone,
  officer.is_active, agency.path as agency_path, agency.house_path as agency_house_path
`;

/** Place of an officer in a list by name. */
export interface OfficerCursor {
  readonly name: string;
  readonly id: string;
}
