import type { ReportFacts } from '@satu-pintu/events';
import type { ClockKind } from '../sla/rule-set.js';
import type { AcceptedAct } from './act.js';
import { type Clock, latestClock } from '../sla/clock.rules.js';
import type { ReportEntity } from './report.entity.js';

/** What the rest of the house may know of a report: codes and instants, no text and no person. */
export function factsOf(report: ReportEntity, clocks: readonly Clock[]): ReportFacts {
  // While the reporter is awaited the agency owes nothing by a date, so nobody may count the report as overdue.
  const owed = report.state === 'AWAITING_REPORTER' ? [] : clocks;
  return {
    reportId: report.id,
    trackingId: report.trackingId,
    state: report.state,
    requestedType: report.requestedType,
    type: report.type,
    categoryId: report.categoryId,
    regionCode: report.regionCode,
    holderAgencyId: report.holderAgencyId,
    channel: report.channel,
    isAnonymous: report.isAnonymous,
    isSecret: report.isSecret,
    isPublished: report.publishedAt !== null,
    submittedAt: report.submittedAt.toISOString(),
    dispatchedAt: iso(report.dispatchedAt),
    firstFollowUpAt: iso(report.firstFollowUpAt),
    firstFollowUpDueAt: iso(latestClock(owed, 'FIRST_FOLLOW_UP')?.dueAt),
    respondedAt: iso(report.respondedAt),
    resolutionDueAt: iso(latestClock(owed, 'RESOLUTION')?.dueAt),
    resolutionBreachedAt: iso(firstBreach(owed, 'RESOLUTION')),
    closedAt: iso(report.closedAt),
    closeReason: report.closeReason,
    dispositions: report.dispositionSeq,
    returns: report.returnCount,
  };
}

/** What an act of time tells besides: of which clock, and to which agency. */
export function factsOfTime({ breach, notice }: AcceptedAct): Pick<ReportFacts, 'clock' | 'toAgencyId'> {
  const clock = notice?.kind ?? breach;
  return { ...(clock && { clock }), ...(notice?.toAgencyId && { toAgencyId: notice.toAgencyId }) };
}

/** The first breach of a kind; a new limit after it does not take it back. */
function firstBreach(clocks: readonly Clock[], kind: ClockKind): Date | null {
  return clocks.find((clock) => clock.kind === kind && clock.breachedAt)?.breachedAt ?? null;
}

function iso(instant: Date | null | undefined): string | null {
  return instant?.toISOString() ?? null;
}
