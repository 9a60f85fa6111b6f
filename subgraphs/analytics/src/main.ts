import { systemClock } from '@satu-pintu/domain-kit';
import { createLogger, runService } from '@satu-pintu/service-kit';
import { composeAnalytics } from './composition.js';
import { readAnalyticsConfig } from './config.js';

const logger = createLogger('analytics');

await runService(logger, async () => {
  const service = await composeAnalytics({ ...readAnalyticsConfig(), clock: systemClock, logger });
  logger.info({ port: service.port }, 'analytics listens');
  return service;
});
