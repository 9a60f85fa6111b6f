import { permitOnReport } from '@satu-pintu/authorization';
import {
  accept,
  type Appointment,
  type Decision,
  type InvalidInput,
  readText,
  refuse,
} from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, actorOf } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rules of moving a report upwards ask of it. */
export interface LiftedReport {
  readonly state: ReportState;
  readonly holderAgencyId: string;
  readonly isBinding: boolean;
}

/** Why a return is not decided here. `aboveId` is null at the national desk. */
export interface PassingUp {
  readonly explanation: string;
  /** The nearest active agency above the holder, by either tie. */
  readonly aboveId: string | null;
}

export type UpwardRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'NobodyAbove' }
  | InvalidInput;

const EXPLANATION = { field: 'explanation', min: 10, max: 2_000 };
const REASON = { field: 'reason', min: 10, max: 2_000 };

/**
 * T14: who got a report back and finds nobody competent in the own house passes it to the agency above, in the end to
 * the national desk. It stays returned, and whoever has it now must dispatch it in time.
 */
export function decidePassingUp(
  report: LiftedReport,
  standing: Standing,
  { explanation, aboveId }: PassingUp,
): Decision<AcceptedAct, UpwardRefusal> {
  const passer = permitOnReport('PASS_UP', standing);
  if (!passer) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('PASS_UP', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  if (aboveId === null) return refuse({ kind: 'NobodyAbove' });
  const text = readText(explanation, EXPLANATION);
  if (!text.ok) return text;
  return accept({
    act: 'PASS_UP',
    actor: actorOf(passer),
    reason: 'NOT_COMPETENT',
    disposition: { toAgencyId: aboveId, note: text.value },
  });
}

/**
 * T31: a coordinator above the holder, or the national desk, takes an open report to the own agency, because the unit
 * that has it is dead or dissolved. The report stays in its state, a binding disposition binds on.
 */
export function decideTakingOver(
  report: LiftedReport,
  standing: Standing,
  reason: string,
): Decision<AcceptedAct, UpwardRefusal> {
  const taker = takerOf(report, standing);
  if (!taker) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('TAKE_OVER', report.state)) {
    return refuse({ kind: 'ReportNotInState', state: report.state });
  }
  const text = readText(reason, REASON);
  if (!text.ok) return text;
  return accept({
    act: 'TAKE_OVER',
    actor: actorOf(taker),
    reason: text.value,
    disposition: { toAgencyId: taker.agencyId, isBinding: report.isBinding },
  });
}

/** The post in which a viewer may take a report over; null for everybody else, and for the holder itself. */
export function takerOf(
  { holderAgencyId }: Pick<LiftedReport, 'holderAgencyId'>,
  standing: Standing,
): Appointment | null {
  const post = permitOnReport('TAKE_OVER', standing);
  return post && post.agencyId !== holderAgencyId ? post : null;
}

/** Whether the holder is the national desk, above which there is nobody; only its own admins manage it. */
export function isAtTheTop(
  { holderAgencyId }: Pick<LiftedReport, 'holderAgencyId'>,
  { manager }: Standing,
): boolean {
  return manager?.agencyId === holderAgencyId && !manager.place.path.includes('.');
}
