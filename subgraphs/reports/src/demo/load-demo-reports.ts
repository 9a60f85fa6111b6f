import { systemClock } from '@satu-pintu/domain-kit';
import { createDataSource, createLogger } from '@satu-pintu/service-kit';
import { composeCommandParts } from '../composition.js';
import { whileTimeStandsStill } from '../deadlines/stand-still.js';
import { REPORTS_ENTITIES } from '../persistence/migrate-reports.js';
import { readDemoConfig } from './demo-config.js';
import { loadDemoSet } from './load-demo-set.js';
import { readSample } from './sample-row.js';

/** Agencies arrive by the hundred; when none has come for this long, all have. */
const QUIET_MS = 3_000;

const { databaseUrl, secrets } = readDemoConfig();
const database = createDataSource({
  url: databaseUrl,
  schema: 'reports',
  entities: REPORTS_ENTITIES,
  // One connection makes time stand still, the others load.
  poolSize: 5,
});
await database.initialize();
try {
  const parts = await composeCommandParts(database, secrets, systemClock);
  const options = { parts, secrets, rows: await readSample(), quietMs: QUIET_MS };
  const summary = await whileTimeStandsStill(database, () => loadDemoSet(options));
  createLogger('reports demo').info(summary, 'the demonstration reports are loaded');
} finally {
  await database.destroy();
}
