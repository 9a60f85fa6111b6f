import { setTimeout as pause } from 'node:timers/promises';
import { DATABASE, startStack } from '@satu-pintu/launcher';
import { databaseUrl } from '@satu-pintu/service-kit';
import pg from 'pg';

const LOOK_EVERY_MS = 500;
const PATIENCE_MS = 120_000;

/** Agencies and posts that the agencies subgraph has, and the other subgraphs have not heard of yet. */
const UNHEARD = /* sql */ `
  select ((select count(*) from agencies.agency) - (select count(*) from reports.agency)
          + (select count(*) from agencies.agency) - (select count(*) from analytics.agency)
          + (select count(*) from agencies.officer) - (select count(*) from reports.officer_post))::int as count
`;

/** Makes a house with the whole hierarchy and the demonstration accounts in a folder, and stops it again. */
export async function foundHouse(dataFolder: string): Promise<void> {
  const stack = await startStack({
    dataFolder,
    ports: 'free',
    demo: 'accounts',
    durable: false,
    log: () => undefined,
  });
  try {
    await untilHeard(databaseUrl(stack.adminDatabaseUrl, DATABASE));
  } finally {
    await stack.stop();
  }
}

async function untilHeard(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const { rows } = await client.query<{ count: number }>(UNHEARD);
      if (rows[0]?.count === 0) return;
      if (performance.now() > end) throw new Error('The hierarchy does not arrive in all subgraphs.');
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    await client.end();
  }
}
