import type { Logger } from '@satu-pintu/service-kit';
import type { CommandParts } from '../report/act-on-report.js';
import { findNextReports, findUnfinished, goOn, type RecalculationRow } from './recalculation.store.js';
import { RecalculateReport } from './recalculate-report.command.js';
import type { RecalculationOrder } from './recalculation.rules.js';

/** What a recalculation is made with. */
interface RecalculationParts extends CommandParts {
  readonly logger: Logger;
}

const BATCH = 200;
/** So many batches in one sweep; the next sweep goes on, and deadlines are kept meanwhile. */
const MOST_BATCHES = 50;

/**
 * Does what was ordered, in batches, and notes how far it has come: who is stopped in between goes on with the same
 * batch, in which nothing moves twice. Two at once do no harm either.
 */
export async function recalculateOpenDeadlines(parts: RecalculationParts): Promise<void> {
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const ordered = await findUnfinished(parts.database.manager);
    if (!ordered || !(await recalculateBatch(parts, ordered))) return;
  }
}

/** Says whether there is more. */
async function recalculateBatch(parts: RecalculationParts, ordered: RecalculationRow): Promise<boolean> {
  const { database, clock, logger } = parts;
  const now = clock.now();
  const ids = await findNextReports(database.manager, now, ordered.lastReportId, BATCH);
  const command = new RecalculateReport(parts);
  let refused = 0;
  for (const id of ids) {
    try {
      const outcome = await command.execute(id, orderOf(ordered));
      if (!outcome.ok && outcome.refusal.kind === 'CalendarNotLoaded') refused += 1;
    } catch (error) {
      refused += 1;
      logger.error({ err: error, reportId: id }, 'could not recalculate the deadlines of a report');
    }
  }
  const isLast = ids.length < BATCH;
  const batch = { last: ids.at(-1) ?? null, seen: ids.length, refused, finishedAt: isLast ? now : null };
  await goOn(database.manager, ordered, batch);
  return !isLast;
}

function orderOf({ id, reason, byAgencyId, byOfficerId }: RecalculationRow): RecalculationOrder {
  return { id, reason, actor: { role: 'NATIONAL_ADMIN', agencyId: byAgencyId, officerId: byOfficerId } };
}
