import { agenciesDatabase } from './database.js';

/** Brings the schema `agencies` up to date, as its owner. The database must be provisioned; repeating changes nothing. */
export async function migrateAgencies(ownerUrl: string): Promise<void> {
  const database = await agenciesDatabase({
    url: ownerUrl,
    poolSize: 1,
    statementTimeoutMs: 60_000,
  }).initialize();
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
}
