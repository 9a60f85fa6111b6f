import { createDataSource, type DatabaseOptions } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { AgencyPastEntity } from './agency-past.entity.js';
import { AgencyEntity } from './agency.entity.js';
import { CarriedOutEntity } from './carried-out.entity.js';
import { HeldReportEntity } from './held-report.entity.js';
import { ImportEntity } from './import.entity.js';
import { ImportFileEntity } from './import-file.entity.js';
import { ImportRowEntity } from './import-row.entity.js';
import { CreateRegions1763700100000 } from './migrations/1763700100000-create-regions.js';
import { CreateAgencies1763700200000 } from './migrations/1763700200000-create-agencies.js';
import { KeepAgencyPathsTrue1763700300000 } from './migrations/1763700300000-keep-agency-paths-true.js';
import { CreateOfficers1763700400000 } from './migrations/1763700400000-create-officers.js';
import { CreateOutbox1763700500000 } from './migrations/1763700500000-create-outbox.js';
import { IndexAgenciesByKind1763700600000 } from './migrations/1763700600000-index-agencies-by-kind.js';
import { KeepWhatOfficesChange1763900100000 } from './migrations/1763900100000-keep-what-offices-change.js';
import { RememberFormerAgencies1763900200000 } from './migrations/1763900200000-remember-former-agencies.js';
import { RememberRequests1763900300000 } from './migrations/1763900300000-remember-requests.js';
import { KnowHeldReports1763900500000 } from './migrations/1763900500000-know-held-reports.js';
import { SeeTheTreeOnADay1763900400000 } from './migrations/1763900400000-see-the-tree-on-a-day.js';
import { IndexOfficersByName1764050100000 } from './migrations/1764050100000-index-officers-by-name.js';
import { TakeImportsIn1764050200000 } from './migrations/1764050200000-take-imports-in.js';
import { FollowTheDays1764050300000 } from './migrations/1764050300000-follow-the-days.js';
import { KnowWhatIsTakenUp1764051100000 } from './migrations/1764051100000-know-what-is-taken-up.js';
import { OfficerEntity } from './officer.entity.js';
import { RegionEntity } from './region.entity.js';

/** Steps of the schema `agencies`, oldest first. */
export const AGENCIES_MIGRATIONS = [
  CreateRegions1763700100000,
  CreateAgencies1763700200000,
  KeepAgencyPathsTrue1763700300000,
  CreateOfficers1763700400000,
  CreateOutbox1763700500000,
  IndexAgenciesByKind1763700600000,
  KeepWhatOfficesChange1763900100000,
  RememberFormerAgencies1763900200000,
  RememberRequests1763900300000,
  SeeTheTreeOnADay1763900400000,
  KnowHeldReports1763900500000,
  IndexOfficersByName1764050100000,
  TakeImportsIn1764050200000,
  FollowTheDays1764050300000,
  KnowWhatIsTakenUp1764051100000,
] as const;

/** A data source of the schema `agencies`, not yet connected. */
export function agenciesDatabase(
  options: Pick<DatabaseOptions, 'url' | 'poolSize' | 'statementTimeoutMs'>,
): DataSource {
  return createDataSource({
    ...options,
    schema: 'agencies',
    entities: [
      RegionEntity,
      AgencyEntity,
      AgencyPastEntity,
      OfficerEntity,
      CarriedOutEntity,
      HeldReportEntity,
      ImportEntity,
      ImportFileEntity,
      ImportRowEntity,
    ],
    migrations: AGENCIES_MIGRATIONS,
  });
}
