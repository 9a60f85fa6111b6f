import { permitOnReport } from '@satu-pintu/authorization';
import {
  type CalendarNotLoaded,
  endOfDay,
  isWorkingDay,
  localDateOf,
  type WorkCalendar,
  workingDaysBetween,
} from '@satu-pintu/calendar';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, actorOf } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { ResolutionRuns } from './resolution-limit.rules.js';

/** What the rule asks of a report. */
export interface ExtendableReport {
  readonly state: ReportState;
  readonly extensionCount: number;
}

/** More time, as the coordinator grants it. */
export interface Extension {
  /** Id of the line that tells the reporter. */
  readonly id: string;
  readonly reason: string;
  /** Calendar day where the office is. */
  readonly newDueDate: string;
  /** Null while no agency has a deadline. */
  readonly runs: ResolutionRuns | null;
  readonly calendar: WorkCalendar;
  /** How often a report may be extended. */
  readonly extensions: number;
}

export type ExtensionRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'ExtensionsUsedUp' }
  | { readonly kind: 'DeadlineIsOver' }
  | CalendarNotLoaded
  | InvalidInput;

const REASON = { field: 'reason', min: 10, max: 2_000 };

/**
 * T26: before its deadline a report may be given more time, once, by the coordinator of the house and not by the office
 * that is to act. The reason and the new day are told to the reporter in the conversation.
 */
export function decideExtension(
  report: ExtendableReport,
  standing: Standing,
  extension: Extension,
): Decision<AcceptedAct, ExtensionRefusal> {
  const coordinator = permitOnReport('EXTEND', standing);
  const { runs } = extension;
  if (!coordinator) return refuse({ kind: 'NotAllowed' });
  const obstacle = obstacleToExtension(report, runs, extension.extensions);
  if (obstacle) return refuse(obstacle);
  if (!runs) return refuse({ kind: 'ReportNotInState', state: report.state });
  const reason = readText(extension.reason, REASON);
  if (!reason.ok) return reason;
  const added = addedDays(runs, extension);
  if (!added.ok) return added;

  const { newDueDate } = extension;
  return accept({
    act: 'EXTEND',
    actor: actorOf(coordinator),
    reason: `${reason.value} (${localDateOf(runs.dueAt, runs.last.timeZone)} → ${newDueDate})`,
    fields: { extensionCount: report.extensionCount + 1 },
    followUp: { id: extension.id, kind: 'MESSAGE', body: reason.value, promisedDate: newDueDate },
    restates: {
      kind: 'RESOLUTION',
      dueAt: endOfDay(newDueDate, runs.last.timeZone),
      workingDays: runs.workingDays + added.value,
    },
  });
}

/** Why the deadline cannot be extended now, to whatever day; null when it can. */
export function obstacleToExtension(
  report: ExtendableReport,
  runs: ResolutionRuns | null,
  extensions: number,
): ExtensionRefusal | null {
  if (!runs || !mayBeginIn('EXTEND', report.state)) return { kind: 'ReportNotInState', state: report.state };
  if (report.extensionCount >= extensions) return { kind: 'ExtensionsUsedUp' };
  return runs.isBreached ? { kind: 'DeadlineIsOver' } : null;
}

/** Working days that the new day adds; it must be one itself, later than the present due day. */
function addedDays(
  { dueAt, last: { timeZone } }: ResolutionRuns,
  { newDueDate, calendar }: Extension,
): Decision<number, CalendarNotLoaded | InvalidInput> {
  const newDueAt = endOfDay(newDueDate, timeZone);
  const added = workingDaysBetween(dueAt, newDueAt, timeZone, calendar);
  if (!added.ok) return added;
  return newDueAt > dueAt && isWorkingDay(newDueDate, calendar)
    ? added
    : refuse({ kind: 'InvalidInput', field: 'newDueDate', reason: 'MALFORMED' });
}
