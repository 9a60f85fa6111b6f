import { systemClock } from '@satu-pintu/domain-kit';
import type { Logger } from '@satu-pintu/service-kit';
import { agenciesDatabase } from '../persistence/database.js';
import { loadHierarchy } from './load-hierarchy.command.js';
import { readFacts } from './read-facts.js';
import { REFUSAL_REASONS } from './refused-row.js';

/** Loads the facts that ship with the product as the schema's owner, and logs a summary and every row refused. */
export async function runHierarchyLoad(ownerUrl: string, logger: Logger): Promise<void> {
  const database = await agenciesDatabase({ url: ownerUrl, poolSize: 1 }).initialize();
  try {
    const startedAt = performance.now();
    const { refused, ...summary } = await loadHierarchy(database, await readFacts(), systemClock);
    for (const { source, row, reason } of refused) {
      logger.warn({ source, row, reason }, `not loaded: ${REFUSAL_REASONS[reason]}`);
    }
    const tookMs = Math.round(performance.now() - startedAt);
    logger.info({ ...summary, refused: refused.length, tookMs }, 'the hierarchy is loaded');
  } finally {
    await database.destroy();
  }
}
