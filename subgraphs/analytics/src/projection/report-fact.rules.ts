import type { ReportFacts } from '@satu-pintu/events';
import { isOpen } from '../counts/report-state.js';

/**
 * May the public statistics count it? They count what the public can find, so that a count never tells of a report
 * that a list hides: nothing before its first dispatch, nothing that was hidden, and no secret report at any level, the national one included.
 */
export function isPublic(facts: Pick<ReportFacts, 'isSecret' | 'dispatchedAt' | 'isPublished'>): boolean {
  const isPublished = facts.isPublished ?? true;
  return isPublished && !facts.isSecret && facts.dispatchedAt !== null;
}

/**
 * From when on a report is overdue if nothing happens: the earlier of its due dates whose act is still missing. A
 * report is overdue at every instant after it. Null for a final report and for one that owes nothing by a date. What was
 * late stays late until it is answered, also when the report is given more time afterwards.
 */
export function lateAt(facts: LatenessFacts): Date | null {
  if (!isOpen(facts.state)) return null;
  const missed = [
    facts.firstFollowUpAt === null ? facts.firstFollowUpDueAt : null,
    ...(facts.respondedAt === null ? [facts.resolutionDueAt, facts.resolutionBreachedAt ?? null] : []),
  ];
  const instants = missed.flatMap((due) => (due === null ? [] : [Date.parse(due)]));
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

type LatenessFacts = Pick<
  ReportFacts,
  | 'state'
  | 'firstFollowUpAt'
  | 'firstFollowUpDueAt'
  | 'respondedAt'
  | 'resolutionDueAt'
  | 'resolutionBreachedAt'
>;
