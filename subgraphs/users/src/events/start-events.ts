import type { Clock } from '@satu-pintu/domain-kit';
import { openPool, startConsumer, startRelay, WakeUp } from '@satu-pintu/events';
import type { Closable, Logger } from '@satu-pintu/service-kit';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { APPOINTMENT_EVENTS, projectAppointments } from '../appointment/appointments.consumer.js';
import type { UsersConfig } from '../config.js';
import { NotificationConsumer } from '../notification/notification.consumer.js';
import type { SecondFactorResets } from '../second-factor/second-factor-resets.consumer.js';
import { VaultConsumer } from '../vault/vault.consumer.js';
import type { Vault } from '../vault/vault.js';

/** What listening to the others takes. */
interface EventParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: DataSource;
  readonly vault: Vault;
  readonly resets: SecondFactorResets;
}

/** Hears what agencies and reports tell, and brings what users tells into the event log. */
export async function startEvents(
  { databaseUrl, eventLogUrl, secrets, mail }: UsersConfig,
  { database, vault, resets, clock, logger }: EventParts,
): Promise<Closable> {
  const log = openPool(eventLogUrl, logger);
  const wakeUp = new WakeUp(eventLogUrl, logger);
  await wakeUp.start();
  const sources = { log, database, wakeUp, logger };
  const vaultConsumer = new VaultConsumer(vault, secrets.vaultSealKey, logger);
  const notifications = new NotificationConsumer(vault, clock, mail !== null);
  const consumers = [
    await startConsumer({
      ...sources,
      name: 'users.appointments',
      types: APPOINTMENT_EVENTS,
      async handle(events, tx) {
        await projectAppointments(events, tx);
        await resets.apply(events, tx);
      },
    }),
    await startConsumer({
      ...sources,
      name: 'users.vault',
      types: ['report.*'],
      // In this order: a reporter is told of a report only once the vault knows whose it is.
      async handle(events, tx) {
        await vaultConsumer.apply(events, tx);
        await notifications.apply(events, tx);
      },
    }),
  ];
  const relay = await composeRelay(databaseUrl, log, logger);
  return {
    async close() {
      await wakeUp.close();
      for (const consumer of consumers) await consumer.close();
      await relay.close();
      await log.end();
    },
  };
}

/** Copies what users tells into the event log. */
async function composeRelay(databaseUrl: string, log: Pool, logger: Logger): Promise<Closable> {
  const source = openPool(databaseUrl, logger, 'users');
  const wakeUp = new WakeUp(databaseUrl, logger);
  await wakeUp.start();
  const relay = await startRelay({ producer: 'users', source, log, wakeUp, logger });
  return {
    async close() {
      await wakeUp.close();
      await relay.close();
      await source.end();
    },
  };
}
