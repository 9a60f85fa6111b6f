import { permitOnReport } from '@satu-pintu/authorization';
import { type CalendarNotLoaded, localDateOf } from '@satu-pintu/calendar';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, actorOf } from '../report/act.js';
import type { ReportState, ReportType } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { Clock } from '../sla/clock.rules.js';
import type { Calendars } from '../sla/editions.js';
import { limitInClass, type ResolutionRuns, resolutionRuns } from '../sla/resolution-limit.rules.js';
import type { RestatedLimit } from '../sla/restate-clock.rules.js';
import { type RuleSet, workingDaysOf } from '../sla/rule-set.js';

/** What the rule asks of a report. */
export interface ClassifiedReport {
  readonly state: ReportState;
  readonly type: ReportType | null;
}

/** What the officer found out, and what becomes of the deadline. */
export interface Reclassification {
  readonly type: ReportType;
  readonly reason: string;
  /** The deadline as it is, and its limit in the new class; null while no agency has one. */
  readonly resolution: { readonly runs: ResolutionRuns; readonly limit: RestatedLimit } | null;
  /** A due instant as a day where the office is, for history. */
  readonly dayOf: (instant: Date) => string;
}

export type ReclassificationRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'LaterNeedsNationalDesk' }
  | CalendarNotLoaded
  | InvalidInput;

const REASON = { field: 'reason', min: 10, max: 2_000 };

/**
 * T25: whoever verifies in the house corrects the class of a report, and the deadline is counted again from its original
 * start. Once the report was late, only the national desk may move its deadline later, and what was late stays recorded
 * as late.
 * History keeps the old and the new value beside the reason.
 */
export function decideReclassification(
  report: ClassifiedReport,
  standing: Standing,
  { type, reason, resolution, dayOf }: Reclassification,
): Decision<AcceptedAct, ReclassificationRefusal> {
  const officer = permitOnReport('RECLASSIFY', standing);
  if (!officer) return refuse({ kind: 'NotAllowed' });
  if (!resolution || !mayBeginIn('RECLASSIFY', report.state)) {
    return refuse({ kind: 'ReportNotInState', state: report.state });
  }
  if (type === report.type) return refuse({ kind: 'InvalidInput', field: 'type', reason: 'MALFORMED' });
  const text = readText(reason, REASON);
  if (!text.ok) return text;
  const { runs, limit } = resolution;
  if (runs.isBreached && limit.dueAt > runs.dueAt && !permitOnReport('RECLASSIFY_PAST_DUE', standing)) {
    return refuse({ kind: 'LaterNeedsNationalDesk' });
  }
  const change = `${String(report.type)} → ${type}; ${dayOf(runs.dueAt)} → ${dayOf(limit.dueAt)}`;
  return accept({
    act: 'RECLASSIFY',
    actor: actorOf(officer),
    reason: `${text.value} (${change})`,
    fields: { type },
    restates: limit,
  });
}

/** What another class would make of the deadline; refused where it would lie beyond the loaded calendar. */
export function reclassificationOf(
  clocks: readonly Clock[],
  { type, reason }: Pick<Reclassification, 'type' | 'reason'>,
  ruleSet: RuleSet,
  calendars: Calendars,
  now: Date,
): Decision<Reclassification, CalendarNotLoaded> {
  const runs = resolutionRuns(clocks, now);
  const days = workingDaysOf(ruleSet, 'RESOLUTION', type);
  const limit = runs && days !== null ? limitInClass(runs, days, calendars) : null;
  if (limit && !limit.ok) return limit;
  return accept({
    type,
    reason,
    resolution: runs && limit && { runs, limit: limit.value },
    dayOf: (instant) => localDateOf(instant, runs?.first.timeZone ?? 'Asia/Jakarta'),
  });
}
