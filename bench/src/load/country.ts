import {
  type CategoryRow,
  type KnownAgency,
  loadRuleSets,
  loadValidCategories,
  type RuleSets,
} from '@satu-pintu/reports';
import { localDateOf } from '@satu-pintu/calendar';
import { pathLabel } from '@satu-pintu/domain-kit';
import type { DataSource } from 'typeorm';

/** A district: the smallest kind of region that the house knows. */
export interface District {
  readonly code: string;
  readonly name: string;
  /** Code and name of its regency or city. */
  readonly regencyCode: string;
  readonly regencyName: string;
}

/** What is loaded in the house already, and what generated reports are about. */
export interface Country {
  readonly agencies: readonly KnownAgency[];
  readonly byId: ReadonlyMap<string, KnownAgency>;
  readonly byCode: ReadonlyMap<string, KnownAgency>;
  readonly nationalDesk: KnownAgency;
  readonly districts: readonly District[];
  readonly categories: readonly CategoryRow[];
  readonly ruleSets: RuleSets;
  /** Who verifies what is addressed to an agency: the nearest coordinator of its house who can sign in, else the desk. */
  verifierFor(addressed: KnownAgency | null): KnownAgency;
}

const AGENCIES = /* sql */ `
  select id, code, name, kind, parent_id as "parentId", path::text as path, house_path::text as "housePath",
         time_zone as "timeZone", is_active as "isActive"
    from reports.agency order by code
`;

const COORDINATED = /* sql */ `
  select distinct agency_id as id from reports.officer_post where role = 'COORDINATOR_ADMIN' and can_sign_in
`;

const DISTRICTS = /* sql */ `
  select district.code, district.name, regency.code as "regencyCode", regency.name as "regencyName"
    from agencies.region as district join agencies.region as regency on regency.code = district.parent_code
   where district.level = 'DISTRICT' order by district.code
`;

/** Reads it from the house's own tables, so that generated reports lie where real ones can lie. */
export async function readCountry(database: DataSource, now: Date): Promise<Country> {
  const agencies = await database.query<KnownAgency[]>(AGENCIES);
  const coordinated = await database.query<{ id: string }[]>(COORDINATED);
  const nationalDesk = agencies.find(({ kind }) => kind === 'NATIONAL_DESK');
  if (!nationalDesk)
    throw new Error('The house has no hierarchy yet: start it once (npm start), then stop it.');
  const coordinators = new Set(coordinated.map(({ id }) => id));
  const byLabel = new Map(agencies.map((agency) => [pathLabel(agency.id), agency]));
  return {
    agencies,
    byId: new Map(agencies.map((agency) => [agency.id, agency])),
    byCode: new Map(agencies.map((agency) => [agency.code, agency])),
    nationalDesk,
    districts: await database.query<District[]>(DISTRICTS),
    categories: await loadValidCategories(database.manager, localDateOf(now, 'Asia/Jakarta')),
    ruleSets: await loadRuleSets(database),
    verifierFor(addressed) {
      const upwards = (addressed?.housePath ?? '').split('.').reverse();
      const nearest = upwards.find((label) => {
        const agency = byLabel.get(label);
        return agency?.isActive === true && coordinators.has(agency.id);
      });
      return byLabel.get(nearest ?? '') ?? nationalDesk;
    },
  };
}
