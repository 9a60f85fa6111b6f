import type { EntityManager } from 'typeorm';
import type { AgencyDraft } from './agency-draft.js';

const KEPT_AGENCIES = /* sql */ `
  select agency.code, agency.name, agency.abbreviation, agency.kind, parent.code as "parentCode", agency.tie,
         agency.region_code as "regionCode", agency.time_zone as "timeZone", agency.valid_from::text as "validFrom",
         agency.valid_to::text as "validTo", successor.code as "successorCode", agency.is_verified as "isVerified",
         agency.has_ended as "hasEnded", 'the office' as source
    from agency
    left join agency parent on parent.id = agency.parent_id
    left join agency successor on successor.id = agency.successor_id
   where agency.is_kept_by_office
`;

/** Agencies that officers have registered or changed, as they are now. */
export async function keptAgencies(tx: EntityManager): Promise<readonly AgencyDraft[]> {
  return tx.query<AgencyDraft[]>(KEPT_AGENCIES);
}
