import { ADMIN_ROLES, isUuid } from '@satu-pintu/domain-kit';
import type { EntityManager } from 'typeorm';
import type { Employer, HeldOffice, Left, Person } from './appointment.rules.js';

const EMPLOYER = /* sql */ `
  select id, kind, path::text, house_path::text as "housePath" from agency where id = $1 and is_active
`;

/** An agency that exists and can have posts; null for any other. */
export async function findEmployer(tx: EntityManager, id: string | null): Promise<Employer | null> {
  if (id === null || !isUuid(id)) return null;
  const [found] = await tx.query<Employer[]>(EMPLOYER, [id]);
  return found ?? null;
}

/** A post, who holds it, and where. */
export interface Office extends HeldOffice {
  readonly person: Person;
  /** Whether somebody holds it, and not only an invitation to it. */
  readonly isTakenUp: boolean;
}

interface OfficeRow extends Person, Pick<Office, 'id' | 'role' | 'isActive' | 'isTakenUp'> {
  readonly agencyId: string;
  readonly kind: Employer['kind'];
  readonly path: string;
  readonly housePath: string;
}

const OFFICE_COLUMNS = /* sql */ `
  officer.id, officer.role, officer.is_active as "isActive",
  officer.is_taken_up or officer.account_id is not null as "isTakenUp", officer.name, officer.title,
  officer.work_email as "workEmail", officer.work_phone as "workPhone", agency.id as "agencyId", agency.kind,
  agency.path::text, agency.house_path::text as "housePath"
`;

const OFFICE = /* sql */ `
  select ${OFFICE_COLUMNS}
    from officer join agency on agency.id = officer.agency_id
   where officer.id = $1
     for update of officer
`;

/** A post, locked until the transaction ends; null for one that never was. */
export async function lockOffice(tx: EntityManager, id: string): Promise<Office | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<OfficeRow[]>(OFFICE, [id]);
  return row ? officeOf(row) : null;
}

/* All active posts of an agency come along: whether its last admin goes depends on the others. */
const OFFICES = /* sql */ `
  select ${OFFICE_COLUMNS}
    from officer join agency on agency.id = officer.agency_id
   where officer.id = any($1::uuid[])
      or officer.is_active and officer.agency_id in (
           select id from agency where code = any($2::text[])
           union
           select agency_id from officer where id = any($1::uuid[]))
   order by officer.id
     for update of officer
`;

/** Posts by their ids, and all that are held now in their agencies and in those with these codes; locked. */
export async function lockOffices(
  tx: EntityManager,
  ids: readonly string[],
  agencyCodes: readonly string[],
): Promise<readonly Office[]> {
  const rows = await tx.query<OfficeRow[]>(OFFICES, [ids.filter(isUuid), agencyCodes]);
  return rows.map(officeOf);
}

function officeOf({
  id,
  role,
  isActive,
  isTakenUp,
  name,
  title,
  workEmail,
  workPhone,
  agencyId,
  kind,
  path,
  housePath,
}: OfficeRow): Office {
  const agency = { id: agencyId, kind, path, housePath };
  return { id, role, isActive, isTakenUp, agency, person: { name, title, workEmail, workPhone } };
}

const EMPLOYERS = /* sql */ `
  select id, code, kind, path::text, house_path::text as "housePath"
    from agency
   where code = any($1::text[]) and is_active
`;

/** Agencies that exist and can have posts, by code. */
export async function findEmployers(
  tx: EntityManager,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Employer>> {
  const rows = await tx.query<(Employer & { readonly code: string })[]>(EMPLOYERS, [codes]);
  return new Map(rows.map(({ code, ...employer }) => [code, employer]));
}

const OPEN_REPORTS = /* sql */ `
  select holder_agency_id as "agencyId", count(*)::int as "openReports"
    from held_report
   where holder_agency_id = any($1::uuid[]) and is_open
   group by holder_agency_id
`;

/** How many open reports each of these agencies holds; one that holds none is not there. */
export async function countOpenReports(
  tx: EntityManager,
  agencyIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ agencyId: string; openReports: number }[]>(OPEN_REPORTS, [agencyIds]);
  return new Map(rows.map(({ agencyId, openReports }) => [agencyId, openReports]));
}

const LEFT = /* sql */ `
  select (select count(*)::int from officer
           where agency_id = $1 and is_active and role = any($2::text[]) and id <> $3) as "otherAdmins",
         (select count(*)::int from held_report where holder_agency_id = $1 and is_open) as "openReports"
`;

/** What an agency is left with when the holder of a post goes. */
export async function whatIsLeft(
  tx: EntityManager,
  office: HeldOffice | null,
  nextHolderId: string | null,
): Promise<Left> {
  const nextHolder = await findEmployer(tx, nextHolderId);
  if (!office) return { otherAdmins: 0, openReports: 0, nextHolder };
  const [left] = await tx.query<Omit<Left, 'nextHolder'>[]>(LEFT, [office.agency.id, ADMIN_ROLES, office.id]);
  return { otherAdmins: left?.otherAdmins ?? 0, openReports: left?.openReports ?? 0, nextHolder };
}
