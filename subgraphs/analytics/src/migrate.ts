import { createLogger, readConfig } from '@satu-pintu/service-kit';
import { z } from 'zod';
import { migrateAnalytics } from './persistence/database.js';

const { OWNER_DATABASE_URL } = readConfig({ OWNER_DATABASE_URL: z.url() });
await migrateAnalytics(OWNER_DATABASE_URL);
createLogger('analytics').info('schema is up to date');
