import { systemClock } from '@satu-pintu/domain-kit';
import { createLogger, runService } from '@satu-pintu/service-kit';
import { composeReports } from './composition.js';
import { readReportsConfig } from './config.js';

const logger = createLogger('reports');

await runService(logger, async () => {
  const service = await composeReports({ config: readReportsConfig(), clock: systemClock, logger });
  logger.info({ port: service.port }, 'listening');
  return service;
});
