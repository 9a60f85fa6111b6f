import { createDataSource } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import { PublishedCountEntity } from '../open-data/published-count.entity.js';
import { AgencyEntity } from '../projection/agency.entity.js';
import { CountingEntity } from '../projection/counting.entity.js';
import { ReportCountEntity } from '../projection/report-count.entity.js';
import { ReportFactEntity } from '../projection/report-fact.entity.js';
import { AuditConcernEntity } from '../audit/audit-concern.entity.js';
import { AuditEntryEntity } from '../audit/audit-entry.entity.js';
import { CreateCounts1763710000000 } from './migrations/1763710000000-create-counts.js';
import { ChainAuditEntries1764030100000 } from './migrations/1764030100000-chain-audit-entries.js';

/** All steps from an empty schema to the present one. */
export const analyticsMigrations = [CreateCounts1763710000000, ChainAuditEntries1764030100000];

/** The subgraph's own schema, as the app role or, for migrations, as the owner. */
export function createAnalyticsDatabase(url: string): DataSource {
  return createDataSource({
    url,
    schema: 'analytics',
    entities: [
      AgencyEntity,
      ReportFactEntity,
      ReportCountEntity,
      CountingEntity,
      PublishedCountEntity,
      AuditEntryEntity,
      AuditConcernEntity,
    ],
    migrations: analyticsMigrations,
  });
}

/** Brings the `analytics` schema up to date. */
export async function migrateAnalytics(ownerUrl: string): Promise<void> {
  const database = createAnalyticsDatabase(ownerUrl);
  await database.initialize();
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
}
