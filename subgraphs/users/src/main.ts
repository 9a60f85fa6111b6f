import { systemClock } from '@satu-pintu/domain-kit';
import { createLogger, runService } from '@satu-pintu/service-kit';
import { composeUsers } from './composition.js';
import { readUsersConfig } from './config.js';

const logger = createLogger('users');

await runService(logger, async () => {
  const service = await composeUsers({ config: readUsersConfig(), clock: systemClock, logger });
  logger.info({ port: service.port }, 'listening');
  return service;
});
