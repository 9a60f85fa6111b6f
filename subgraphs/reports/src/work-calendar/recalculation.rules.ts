import {
  type CalendarNotLoaded,
  dueAt,
  endOfDay,
  localDateOf,
  type WorkCalendar,
  workingDaysBetween,
} from '@satu-pintu/calendar';
import { accept, type Decision, refuse } from '@satu-pintu/domain-kit';
import type { AcceptedAct, Actor, MovedLimit } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { Clock } from '../sla/clock.rules.js';

/** A run with the calendar by which it was counted. */
export interface CountedRun {
  readonly run: Clock;
  readonly countedBy: WorkCalendar;
}

/** Why and by whom deadlines are counted anew. */
export interface RecalculationOrder {
  readonly id: string;
  readonly reason: string;
  readonly actor: Actor;
}

export type RecalculationRefusal =
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'NothingMoves' }
  | CalendarNotLoaded;

/**
 * Open deadlines by the calendar as it is now. Each keeps the number of working days that it had from its start on; one
 * that has ended or has passed never changes, and none is moved before the end of today, for nobody could keep it.
 */
export function decideRecalculation(
  report: { readonly state: ReportState },
  runs: readonly CountedRun[],
  order: RecalculationOrder,
  calendar: WorkCalendar,
  now: Date,
): Decision<AcceptedAct, RecalculationRefusal> {
  if (!mayBeginIn('RECALCULATE', report.state))
    return refuse({ kind: 'ReportNotInState', state: report.state });
  const moves: MovedLimit[] = [];
  for (const counted of runs) {
    const move = moveOf(counted, calendar, now);
    if (!move.ok) return move;
    if (move.value) moves.push(move.value);
  }
  if (moves.length === 0) return refuse({ kind: 'NothingMoves' });
  const recalculation = { id: order.id, edition: calendar.edition, moves };
  return accept({ act: 'RECALCULATE', actor: order.actor, reason: order.reason, recalculation });
}

function moveOf(
  { run, countedBy }: CountedRun,
  calendar: WorkCalendar,
  now: Date,
): Decision<MovedLimit | null, CalendarNotLoaded> {
  const { kind, seq, dueAt: due, timeZone } = run;
  if (run.endedAt || run.breachedAt || run.workingDays === null || !due || now > due) return accept(null);
  const left = workingDaysBetween(run.startedAt, due, timeZone, countedBy);
  if (!left.ok) return left;
  const anew = dueAt(run.startedAt, left.value, timeZone, calendar);
  if (!anew.ok) return anew;
  const today = endOfDay(localDateOf(now, timeZone), timeZone);
  const to = anew.value < today ? today : anew.value;
  return accept(to.getTime() === due.getTime() ? null : { kind, seq, from: due, to });
}
