import type { Clock } from '@satu-pintu/domain-kit';
import {
  type AgencySnapshot,
  type ConsumerOptions,
  type PlacedEvent,
  type ReportFacts,
  startConsumer,
} from '@satu-pintu/events';
import type { Closable } from '@satu-pintu/service-kit';
import type { EntityManager } from 'typeorm';
import { advanceLateness } from '../projection/advance-lateness.command.js';
import { announceCounters, lockCounters } from '../projection/counters.js';
import { foldAgencies } from '../projection/fold-agencies.command.js';
import { foldReports } from '../projection/fold-reports.command.js';

type ConsumerPlace = Omit<ConsumerOptions, 'name' | 'types' | 'handle'>;

/** Keeps the tree's projection up to date. */
export function startAgenciesConsumer(place: ConsumerPlace): Promise<Closable> {
  return startConsumer({
    ...place,
    name: 'analytics.agencies',
    types: ['agency.*'],
    async handle(events, tx) {
      await lockCounters(tx);
      const told = events.map(({ version, payload }) => ({ version, agency: payload as AgencySnapshot }));
      if (await foldAgencies(tx, told)) await announceCounters(tx);
    },
  });
}

/** Keeps the facts of reports and their counters up to date. */
export function startReportsConsumer(place: ConsumerPlace, clock: Clock): Promise<Closable> {
  return startConsumer({
    ...place,
    name: 'analytics.reports',
    types: ['report.*'],
    handle: (events, tx) => handleReports(events, tx, clock.now()),
  });
}

async function handleReports(events: readonly PlacedEvent[], tx: EntityManager, now: Date): Promise<void> {
  await lockCounters(tx);
  const hasLateness = await advanceLateness(tx, now);
  const told = events.map(({ version, payload }) => ({ version, facts: payload as ReportFacts }));
  const hasChange = await foldReports(tx, told);
  if (hasLateness || hasChange) await announceCounters(tx);
}
