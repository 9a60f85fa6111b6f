import { permitOnReport } from '@satu-pintu/authorization';
import { type CalendarNotLoaded, dueAt, type OfficeTimeZone, type WorkCalendar } from '@satu-pintu/calendar';
import {
  accept,
  type AgencyPlace,
  type Decision,
  type InvalidInput,
  manages,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, actorOf } from '../report/act.js';
import type { ReportState, ReturnReason } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import { limitOf, type RuleSet } from '../sla/rule-set.js';

/** What the rules of disposition ask of a report. */
export interface HeldReport {
  readonly state: ReportState;
  readonly holderAgencyId: string;
  readonly returnCount: number;
  readonly isBinding: boolean;
  readonly firstFollowUpAt: Date | null;
}

/** Where a report is sent. `agency` is null where the named one is not known. */
export interface Dispatch {
  readonly agency: ({ readonly id: string; readonly isActive: boolean } & AgencyPlace) | null;
  /** Agencies that have returned this report. */
  readonly returners: ReadonlySet<string>;
  /** Returns after which only the national desk decides, and bindingly. */
  readonly returnsBeforeBinding: number;
  readonly note: string | null;
}

/** Why an agency sends a report back. `suggestedAgency` is null for "unknown". */
export interface Return {
  readonly reason: ReturnReason;
  readonly explanation: string;
  readonly suggestedAgencyId: string | null;
  readonly isSuggestionKnown: boolean;
  /** Who had sent it, or the nearest active agency above it; the national desk where it came from nobody. */
  readonly dispatcherId: string;
  /** Last instant in which it may be returned. */
  readonly windowEndsAt: Date;
}

export type DispositionRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'AgencyNotFound' }
  | { readonly kind: 'AgencyOutOfReach' }
  | { readonly kind: 'AgencyHasReturnedIt' }
  | { readonly kind: 'NeedsNationalDesk' }
  | { readonly kind: 'DispositionIsBinding' }
  | { readonly kind: 'ReturnWindowOver' }
  | { readonly kind: 'AlreadyFollowedUp' }
  | InvalidInput;

const NOTE = { field: 'note', max: 2_000 };
const EXPLANATION = { field: 'explanation', min: 10, max: 2_000 };

/**
 * T08, T13, T15: the holder, or who manages it, sends a report down inside the own house; after a return, to an agency
 * that has not sent it back; after too many returns only the national desk decides, and then for good. To whoever has
 * returned it nobody but the national desk sends it again, and that too binds.
 */
export function decideDispatch(
  report: HeldReport,
  standing: Standing,
  dispatch: Dispatch,
): Decision<AcceptedAct, DispositionRefusal> {
  const post = permitOnReport('DISPATCH', standing);
  if (!post) return refuse({ kind: 'NotAllowed' });
  const desk = permitOnReport('DISPATCH_FOR_GOOD', standing);
  const goesBack = dispatch.agency !== null && dispatch.returners.has(dispatch.agency.id);
  const next = dispatchActOf(report, dispatch.returnsBeforeBinding);
  const act = next === 'REDISPATCH' && goesBack && desk ? 'BIND' : next;
  if (!mayBeginIn(act, report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  if (act === 'BIND' && !desk) return refuse({ kind: 'NeedsNationalDesk' });
  if (report.isBinding && !desk && act !== 'SUB_DISPATCH') return refuse({ kind: 'DispositionIsBinding' });

  const target = judgeTarget(report, standing, dispatch);
  if (!target.ok) return target;
  const note = dispatch.note === null ? accept(null) : readText(dispatch.note, NOTE);
  if (!note.ok) return note;

  return accept({
    act,
    actor: actorOf(act === 'BIND' && desk ? desk : post),
    disposition: {
      toAgencyId: target.value,
      isBinding: act === 'BIND' || (act === 'SUB_DISPATCH' && (report.isBinding || goesBack)),
      ...(note.value !== null && { note: note.value }),
    },
  });
}

/**
 * T12: the holder sends a report back to whoever sent it, within the return window, with a reason and a suggestion (or
 * an honest "unknown"), but never of itself; not after it has begun to act, and never against a binding disposition.
 */
export function decideReturn(
  report: HeldReport,
  standing: Standing,
  returned: Return,
  now: Date,
): Decision<AcceptedAct, DispositionRefusal> {
  const returner = permitOnReport('RETURN', standing);
  if (!returner) return refuse({ kind: 'NotAllowed' });
  const obstacle = obstacleToReturn(report, returned.windowEndsAt, now);
  if (obstacle) return refuse(obstacle);
  if (!returned.isSuggestionKnown) return refuse({ kind: 'AgencyNotFound' });
  if (returned.suggestedAgencyId === report.holderAgencyId) {
    return refuse({ kind: 'InvalidInput', field: 'suggestedAgencyId', reason: 'OWN_AGENCY' });
  }
  const explanation = readText(returned.explanation, EXPLANATION);
  if (!explanation.ok) return explanation;

  return accept({
    act: 'RETURN',
    actor: actorOf(returner),
    reason: returned.reason,
    fields: { returnCount: report.returnCount + 1 },
    disposition: {
      toAgencyId: returned.dispatcherId,
      reason: returned.reason,
      note: explanation.value,
      suggestedAgencyId: returned.suggestedAgencyId,
    },
  });
}

/** The last instant in which the holder may return a report, counted from its receipt in the zone of the holder. */
export function returnWindowOf(
  { receivedAt }: { readonly receivedAt: Date },
  ruleSet: RuleSet,
  timeZone: OfficeTimeZone,
  calendar: WorkCalendar,
): Decision<Date, CalendarNotLoaded> {
  return dueAt(receivedAt, limitOf(ruleSet, 'RETURN_WINDOW'), timeZone, calendar);
}

/** Why the holder cannot return a report now, whatever it says; null when it can. */
export function obstacleToReturn(
  report: HeldReport,
  windowEndsAt: Date,
  now: Date,
): DispositionRefusal | null {
  if (!mayBeginIn('RETURN', report.state)) return { kind: 'ReportNotInState', state: report.state };
  if (report.isBinding) return { kind: 'DispositionIsBinding' };
  if (report.firstFollowUpAt) return { kind: 'AlreadyFollowedUp' };
  return now > windowEndsAt ? { kind: 'ReturnWindowOver' } : null;
}

/** Which of the dispatching acts this is: down, again after a return, or bindingly. */
export function dispatchActOf(
  report: Pick<HeldReport, 'state' | 'returnCount'>,
  returnsBeforeBinding: number,
): 'SUB_DISPATCH' | 'REDISPATCH' | 'BIND' {
  if (report.state !== 'RETURNED') return 'SUB_DISPATCH';
  return report.returnCount >= returnsBeforeBinding ? 'BIND' : 'REDISPATCH';
}

function judgeTarget(
  report: HeldReport,
  standing: Standing,
  { agency, returners }: Dispatch,
): Decision<string, DispositionRefusal> {
  if (!agency?.isActive) return refuse({ kind: 'AgencyNotFound' });
  const isHere = agency.id === report.holderAgencyId && report.state !== 'RETURNED';
  const isInHouse = standing.manager !== null && manages(standing.manager.place, agency);
  const desk = permitOnReport('DISPATCH_FOR_GOOD', standing);
  if (isHere || !(isInHouse || desk)) return refuse({ kind: 'AgencyOutOfReach' });
  if (returners.has(agency.id) && !desk) return refuse({ kind: 'AgencyHasReturnedIt' });
  return accept(agency.id);
}
