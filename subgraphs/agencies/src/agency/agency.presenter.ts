import type { AgencyRow } from './agency-row.js';
import type { AsOf } from './agency-source.js';
import { Agency } from './agency.type.js';

/** Agencies are public; every viewer sees the same. A new object each time, since the server writes on it. */
export function presentAgency(row: AgencyRow, asOf: AsOf = null): Agency {
  return Object.assign(new Agency(), {
    id: row.id,
    code: row.code,
    name: row.name,
    abbreviation: row.abbreviation,
    kind: row.kind,
    tie: row.tie,
    timeZone: row.time_zone,
    isActive: row.is_active,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    isVerified: row.is_verified,
    parentId: row.parent_id,
    successorId: row.successor_id,
    regionCode: row.region_code,
    path: row.path,
    housePath: row.house_path,
    asOf,
  });
}
