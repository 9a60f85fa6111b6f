import { systemClock } from '@satu-pintu/domain-kit';
import { createLogger } from '@satu-pintu/service-kit';
import { readOwnerUrl } from '../config.js';
import { agenciesDatabase } from '../persistence/database.js';
import { loadDemoOfficers } from './load-demo-officers.command.js';

if (process.env.NODE_ENV === 'production') {
  throw new Error('Demo officers have a password that everyone knows: they are never loaded in production.');
}

const logger = createLogger('agencies demo');
const database = await agenciesDatabase({ url: readOwnerUrl(), poolSize: 1 }).initialize();
try {
  logger.info({ officers: await loadDemoOfficers(database, systemClock) }, 'the demo officers are appointed');
} finally {
  await database.destroy();
}
