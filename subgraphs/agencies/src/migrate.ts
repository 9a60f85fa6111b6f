import { createLogger } from '@satu-pintu/service-kit';
import { readOwnerUrl } from './config.js';
import { runHierarchyLoad } from './hierarchy/run-hierarchy-load.js';
import { migrateAgencies } from './persistence/migrate-agencies.js';

const logger = createLogger('agencies migrate');
const ownerUrl = readOwnerUrl();

await migrateAgencies(ownerUrl);
logger.info('the schema agencies is up to date');
await runHierarchyLoad(ownerUrl, logger);
