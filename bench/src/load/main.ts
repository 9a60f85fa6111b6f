import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '@satu-pintu/embedded-postgres';
import { DATABASE } from '@satu-pintu/launcher';
import { databaseUrl } from '@satu-pintu/service-kit';
import { fillHouse, type LoadSummary, refuseRunningHouse } from './fill-house.js';
import { readLoadOptions } from './load-options.js';

/*
 * `npm run load`: fills a house with generated reports. `DATABASE_URL` names the server as for `npm start`; without it
 * the house is the one in the data folder, whose server is started for the load.
 */

if (process.env.NODE_ENV === 'production') throw new Error('Generated reports do not belong in production.');

try {
  const options = readLoadOptions(process.argv.slice(2), new Date());
  await withServer(async (adminUrl) => {
    const since = performance.now();
    const summary = await fillHouse(databaseUrl(adminUrl, DATABASE), options, print);
    report(summary, (performance.now() - since) / 1_000);
  });
} catch (error) {
  print(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function withServer(work: (adminUrl: string) => Promise<void>): Promise<void> {
  const existing = process.env.DATABASE_URL;
  if (existing !== undefined && existing !== '') return work(existing);
  const house = resolve(process.env.SATU_PINTU_DATA_FOLDER ?? join(import.meta.dirname, '../../../../.data'));
  if (!existsSync(house))
    throw new Error(`There is no house in ${house}: start one (npm start), then stop it.`);
  const server = await startEmbeddedPostgres({ dataFolder: join(house, 'postgres'), log: print });
  // A running house had its server on already, and keeps it.
  await refuseRunningHouse(databaseUrl(server.adminUrl, DATABASE));
  try {
    await work(server.adminUrl);
  } finally {
    await server.stop();
  }
}

function report({ rows, refused, reports, isRebuilt, seconds }: LoadSummary, total: number): void {
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  for (const [table, each] of Object.entries(rows)) print(`${table}: ${each} rows`);
  for (const [why, each] of Object.entries(refused)) print(`ended early, ${why}: ${each}`);
  print(
    `copying ${seconds.copying.toFixed(1)} s (${Math.round(count / seconds.copying)} rows/s), keys and indexes ${
      isRebuilt ? `made anew in ${seconds.indexes.toFixed(1)} s` : 'kept'
    }, counting ${seconds.counting.toFixed(1)} s`,
  );
  print(`${reports} reports, ${count} rows in ${total.toFixed(1)} s`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
