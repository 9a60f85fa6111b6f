import { openPool, OutboxTail, startConsumer, startRelay, WakeUp } from '@satu-pintu/events';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { DataSource } from 'typeorm';
import type { ReportsConfig } from '../config.js';
import { HIERARCHY_EVENTS, learnHierarchy } from './learn-hierarchy.js';

/** The running ends of the event lines. */
export interface EventParts extends Closable {
  /** Follows the own outbox for live subscriptions. */
  readonly tail: OutboxTail;
}

/** Starts what carries events in and out: the relay, the consumer of the hierarchy, and the tail for subscriptions. */
export async function startEvents(
  config: ReportsConfig,
  database: DataSource,
  logger: Logger,
): Promise<EventParts> {
  const source = openPool(config.databaseUrl, logger, 'reports');
  const log = openPool(config.eventLogUrl, logger);
  const outboxWakeUp = new WakeUp(config.databaseUrl, logger);
  const logWakeUp = new WakeUp(config.eventLogUrl, logger);
  await Promise.all([outboxWakeUp.start(), logWakeUp.start()]);

  const tail = new OutboxTail('reports', source, outboxWakeUp, logger);
  await tail.start();
  const relay = await startRelay({ producer: 'reports', source, log, wakeUp: outboxWakeUp, logger });
  const consumer = await startConsumer({
    name: 'reports.hierarchy',
    types: HIERARCHY_EVENTS,
    log,
    database,
    wakeUp: logWakeUp,
    logger,
    handle: learnHierarchy,
  });
  return {
    tail,
    async close() {
      await Promise.all([outboxWakeUp.close(), logWakeUp.close()]);
      await Promise.all([tail.close(), relay.close(), consumer.close()]);
      await Promise.all([source.end(), log.end()]);
    },
  };
}
