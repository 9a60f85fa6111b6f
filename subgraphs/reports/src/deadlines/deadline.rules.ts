import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import { openingOfOversight } from '../oversight/eligibility.rules.js';
import type { OverseeableReport, OversightTerms } from '../oversight/prerequisites.rules.js';
import { type AcceptedAct, THE_SYSTEM } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { Clock } from '../sla/clock.rules.js';
import type { ClockKind } from '../sla/rule-set.js';

/** Clocks that an agency breaches when it lets them run out; the others have acts of their own. */
export const BREACHABLE = [
  'VERIFICATION',
  'FIRST_FOLLOW_UP',
  'RESOLUTION',
  'REDISPATCH',
] as const satisfies readonly ClockKind[];

export type BreachableClock = (typeof BREACHABLE)[number];

export type DeadlineRefusal =
  { readonly kind: 'ReportNotInState'; readonly state: ReportState } | { readonly kind: 'NothingIsDue' };

/** T27: a clock ran out with nothing done. It is written down and told, and changes neither holder nor state. */
export function decideBreach(
  report: { readonly state: ReportState },
  kind: BreachableClock,
  clock: Clock | null,
  now: Date,
): Decision<AcceptedAct, DeadlineRefusal> {
  if (!mayBeginIn('BREACH', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  if (!isOverdue(clock, now)) return refuse({ kind: 'NothingIsDue' });
  return accept({ act: 'BREACH', actor: THE_SYSTEM, breach: kind, reason: kind });
}

/** T28: sixty working days after its dispatch an open report may be brought to the Ombudsman, if it was not already. */
export function decideEligibility(
  report: OverseeableReport & { readonly state: ReportState },
  clock: Clock | null,
  terms: OversightTerms,
  now: Date,
): Decision<AcceptedAct, DeadlineRefusal> {
  if (!mayBeginIn('OVERSIGHT_ELIGIBLE', report.state))
    return refuse({ kind: 'ReportNotInState', state: report.state });
  const opening = openingOfOversight(report, 'TIME_IS_OVER', terms);
  if (!opening || !isOverdue(clock, now)) return refuse({ kind: 'NothingIsDue' });
  return accept({ ...opening, breach: 'OMBUDSMAN' });
}

/** Runs past its due instant, and nobody has written it down. The due instant itself is still in time. */
function isOverdue(clock: Clock | null, now: Date): boolean {
  if (!clock?.dueAt || clock.endedAt || clock.breachedAt) return false;
  return now > clock.dueAt;
}
