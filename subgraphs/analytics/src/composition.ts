import type { Clock } from '@satu-pintu/domain-kit';
import { openPool, WakeUp } from '@satu-pintu/events';
import { type Closable, createSealer, type Logger } from '@satu-pintu/service-kit';
import { serveSubgraph } from '@satu-pintu/subgraph-kit';
import { startAuditConsumer } from './audit/audit.consumer.js';
import { AuditResolver } from './audit/audit.resolver.js';
import type { AuditKey } from './audit/audit-trail.query.js';
import { startTellingHead } from './audit/head.job.js';
import type { AnalyticsConfig } from './config.js';
import { contextFactory } from './context.js';
import { followTime, startClockJob } from './counts/clock.job.js';
import { CountsFeed } from './counts/counts-feed.js';
import { startAgenciesConsumer, startReportsConsumer } from './events/consumers.js';
import { createAnalyticsDatabase } from './persistence/database.js';
import { buildAnalyticsSchema } from './schema.js';

/** What the service is told: its configuration, and what only a process or a test can give. */
export interface AnalyticsOptions extends AnalyticsConfig {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The running service. */
export interface Analytics extends Closable {
  readonly port: number;
  /** Does at once what time does every ten seconds: overdue counters move on, due numbers are published. */
  followTime(): Promise<void>;
}

/** Builds the running service from the database up. */
export async function composeAnalytics(options: AnalyticsOptions): Promise<Analytics> {
  const { clock, logger } = options;
  const database = await createAnalyticsDatabase(options.DATABASE_URL).initialize();
  const eventLog = openPool(options.EVENT_LOG_URL, logger);
  const logWakeUp = new WakeUp(options.EVENT_LOG_URL, logger);
  const countsWakeUp = new WakeUp(options.DATABASE_URL, logger);
  await logWakeUp.start();
  await countsWakeUp.start();

  const feed = new CountsFeed(database, countsWakeUp, logger);
  await feed.start();
  const place = { log: eventLog, database, wakeUp: logWakeUp, logger };
  const agencies = await startAgenciesConsumer(place);
  const reports = await startReportsConsumer(place, clock);
  const audit = await startAuditConsumer(place);
  const tellingHead = startTellingHead(database, logger);
  const time = { database, clock, publicRefreshSeconds: options.PUBLIC_REFRESH_SECONDS };
  const clockJob = startClockJob(time, logger);

  const auditCursors = createSealer<AuditKey>(options.CURSOR_KEY, 'audit-page');
  const server = await serveSubgraph({
    name: 'analytics',
    schema: buildAnalyticsSchema(new AuditResolver(database, auditCursors)),
    port: options.PORT,
    viewerKey: options.VIEWER_KEY,
    clock,
    logger,
    createContext: contextFactory(database, clock, feed),
    isReady: async () => (await database.query<unknown[]>('select from counting')).length === 1,
  });
  return {
    port: server.port,
    followTime: () => followTime(time),
    async close() {
      await server.close();
      await Promise.all([clockJob.close(), tellingHead.close()]);
      await Promise.all([agencies.close(), reports.close(), audit.close(), feed.close()]);
      await Promise.all([logWakeUp.close(), countsWakeUp.close()]);
      await eventLog.end();
      await database.destroy();
    },
  };
}
