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
}

interface OfficeRow extends Person, Pick<HeldOffice, 'id' | 'role' | 'isActive'> {
  readonly agencyId: string;
  readonly kind: Employer['kind'];
  readonly path: string;
  readonly housePath: string;
}

const OFFICE = /* sql */ `
  select officer.id, officer.role, officer.is_active as "isActive", officer.name, officer.title,
         officer.work_email as "workEmail", officer.work_phone as "workPhone", agency.id as "agencyId", agency.kind,
         agency.path::text, agency.house_path::text as "housePath"
    from officer join agency on agency.id = officer.agency_id
   where officer.id = $1
     for update of officer
`;

/** A post, locked until the transaction ends; null for one that never was. */
export async function lockOffice(tx: EntityManager, id: string): Promise<Office | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<OfficeRow[]>(OFFICE, [id]);
  if (!row) return null;
  const { role, isActive, name, title, workEmail, workPhone, agencyId, kind, path, housePath } = row;
  return {
    id: row.id,
    role,
    isActive,
    agency: { id: agencyId, kind, path, housePath },
    person: { name, title, workEmail, workPhone },
  };
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
