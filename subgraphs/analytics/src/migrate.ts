import { createLogger, databaseUrlVariable, readConfig } from '@satu-pintu/service-kit';
import { migrateAnalytics } from './persistence/database.js';

const { OWNER_DATABASE_URL } = readConfig({ OWNER_DATABASE_URL: databaseUrlVariable });
await migrateAnalytics(OWNER_DATABASE_URL);
createLogger('analytics').info('schema is up to date');
