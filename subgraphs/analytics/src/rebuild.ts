import { createLogger, databaseUrlVariable, readConfig } from '@satu-pintu/service-kit';
import { createAnalyticsDatabase } from './persistence/database.js';
import { recount } from './projection/recount.command.js';

/** Counts the facts anew; the service may keep running. Run it when the counters are in doubt. */
const { DATABASE_URL } = readConfig({ DATABASE_URL: databaseUrlVariable });
const database = await createAnalyticsDatabase(DATABASE_URL).initialize();
try {
  await recount(database);
  createLogger('analytics').info('counters equal a recount');
} finally {
  await database.destroy();
}
