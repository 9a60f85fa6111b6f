import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalyticsDatabase } from '@satu-pintu/analytics';
import { startEmbeddedPostgres } from '@satu-pintu/embedded-postgres';
import { DATABASE } from '@satu-pintu/launcher';
import { createDataSource, databaseUrl } from '@satu-pintu/service-kit';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { fillHouse } from '../load/fill-house.js';
import { foundHouse } from './found-house.js';

/** A house without its processes: the database, and how the subgraphs reach it. */
export interface NationalHouse {
  readonly reports: number;
  /** Instant at which the house is looked at. */
  readonly now: Date;
  readonly reportsDatabase: DataSource;
  readonly analyticsDatabase: DataSource;
  /** Past all subgraphs, with the tables of reports in sight. */
  readonly client: pg.Client;
  close(): Promise<void>;
}

export interface HouseOptions {
  /** How many reports are generated when the house is made. */
  readonly reports: number;
  /** Data folder of a house that was filled before (`npm run load`) and stays; null makes one and takes it away. */
  readonly folder: string | null;
  readonly now: Date;
  readonly log: (line: string) => void;
}

/** Opens a filled house, and makes and fills it first where there is none. */
export async function openNationalHouse({ reports, folder, now, log }: HouseOptions): Promise<NationalHouse> {
  const house = folder ?? (await newFolder());
  const removeIfOurs = async (): Promise<void> => {
    if (folder === null) await rm(house, { recursive: true, force: true });
  };
  if (folder === null) await foundHouse(house);
  // As in production: a commit is on the disk.
  const server = await startEmbeddedPostgres({ dataFolder: join(house, 'postgres') });
  const url = databaseUrl(server.adminUrl, DATABASE);
  if (folder === null) {
    const from = new Date(now);
    from.setUTCFullYear(from.getUTCFullYear() - 5);
    await fillHouse(url, { reports, seed: 'national', from, until: now, evenAmongRealOnes: false }, log);
  }
  const client = new pg.Client({ connectionString: url, options: '-c search_path=reports,public' });
  await client.connect();
  const patient = { url, entities: [], statementTimeoutMs: 120_000 };
  const reportsDatabase = await createDataSource({ ...patient, schema: 'reports' }).initialize();
  const analyticsDatabase = await createAnalyticsDatabase(url).initialize();
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from report');
  return {
    reports: rows[0]?.count ?? 0,
    now,
    reportsDatabase,
    analyticsDatabase,
    client,
    async close() {
      await Promise.all([client.end(), reportsDatabase.destroy(), analyticsDatabase.destroy()]);
      await server.stop();
      await removeIfOurs();
    },
  };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'satu-pintu-bench-'));
  // PostgreSQL may run as another user of the system, who must be able to walk into the folder.
  await chmod(folder, 0o755);
  return folder;
}
