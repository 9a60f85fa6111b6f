import { systemClock } from '@satu-pintu/domain-kit';
import { createLogger, runService } from '@satu-pintu/service-kit';
import { composeAgencies } from './composition.js';
import { readAgenciesConfig } from './config.js';

const logger = createLogger('agencies');

await runService(logger, async () => {
  const running = await composeAgencies(readAgenciesConfig(), { clock: systemClock, logger });
  logger.info({ port: running.port }, 'listening');
  return running;
});
