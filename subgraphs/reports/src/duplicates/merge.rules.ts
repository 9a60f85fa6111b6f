import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, type Actor, THE_SYSTEM } from '../report/act.js';
import { actorFor } from '../report/actor-for.js';
import { OPEN_STATES, type ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rules of merging ask of a report. */
export interface MergeableReport {
  readonly id: string;
  readonly state: ReportState;
  readonly isSecret: boolean;
  readonly dispatchedAt: Date | null;
}

/** What the rule of unmerging asks of a report. */
type MergedReport = Pick<MergeableReport, 'state' | 'dispatchedAt'>;

/** The case that a report is to join: where the named report leads, as the officer stands towards it. */
export interface MergeTarget {
  readonly report: MergeableReport;
  readonly standing: Standing;
  /** Until when its reporter may reopen it; null unless it is closed. */
  readonly reopensUntil: Date | null;
}

/** Why a report cannot take another one in. */
export const UNFIT_TARGETS = ['NOT_FOUND', 'SAME_REPORT', 'SECRET', 'ENDED', 'NOT_VERIFIED'] as const;
export type UnfitTarget = (typeof UNFIT_TARGETS)[number];

export type MergeRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'MergeTargetUnfit'; readonly reason: UnfitTarget }
  | InvalidInput;

const REASON = { field: 'reason', min: 10, max: 2_000 };

/**
 * T21: a report about the same matter is handled within another one. `target` is null for one that the officer cannot
 * see, as for one that does not exist.
 */
export function decideMerging(
  report: MergeableReport,
  standing: Standing,
  target: MergeTarget | null,
  reason: string,
  now: Date,
): Decision<AcceptedAct, MergeRefusal> {
  const actor = actorFor('MERGE', standing);
  if (!actor) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('MERGE', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  if (!target) return refuse({ kind: 'MergeTargetUnfit', reason: 'NOT_FOUND' });
  if (!permitOnReport('TAKE_IN', target.standing)) return refuse({ kind: 'NotAllowed' });
  const unfit = faultOf(target, report, now);
  if (unfit) return refuse({ kind: 'MergeTargetUnfit', reason: unfit });
  const text = readText(reason, REASON);
  if (!text.ok) return text;
  return accept({
    act: 'MERGE',
    actor,
    reason: text.value,
    fields: { mergedIntoId: target.report.id, mergedAt: now },
  });
}

/** T22: a report that was merged by mistake goes back to where it stood; the time in between counts. */
export function decideUnmerging(
  report: MergedReport,
  standing: Standing,
  reason: string,
): Decision<AcceptedAct, MergeRefusal> {
  const actor = unmergerOf(report, standing);
  if (!actor) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('UNMERGE', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  const text = readText(reason, REASON);
  if (!text.ok) return text;
  return accept({
    act: 'UNMERGE',
    actor,
    reason: text.value,
    fields: { mergedIntoId: null, mergedAt: null },
  });
}

/** Who may take a merged report out: whoever may verify it, and once it is dispatched who judges it from above. */
export function unmergerOf(report: MergedReport, standing: Standing): Actor | null {
  return actorFor(report.dispatchedAt ? 'UNMERGE' : 'UNMERGE_UNVERIFIED', standing);
}

/** States in which a case has ended without an answer, for a reason that is its own reporter's or its own report's. */
const WITHOUT_ANSWER: readonly ReportState[] = ['ARCHIVED', 'WITHDRAWN'];

/** T22 by itself: when the report that leads is taken back or set aside, those within it go on by themselves. */
export function decideRelease(
  report: Pick<MergeableReport, 'state'>,
  leadState: ReportState | null,
): Decision<AcceptedAct, MergeRefusal> {
  const isAlone = leadState !== null && WITHOUT_ANSWER.includes(leadState);
  if (!isAlone || !mayBeginIn('UNMERGE', report.state))
    return refuse({ kind: 'ReportNotInState', state: report.state });
  return accept({
    act: 'UNMERGE',
    actor: THE_SYSTEM,
    reason: 'CASE_ENDED_WITHOUT_ANSWER',
    fields: { mergedIntoId: null, mergedAt: null },
  });
}

/** Could this viewer merge the report, once there is a case to join? */
export function mayMerge(report: MergeableReport, standing: Standing): boolean {
  return permitOnReport('MERGE', standing) !== null && !report.isSecret && mayBeginIn('MERGE', report.state);
}

/**
 * What is wrong with a target. A secret report neither joins others nor leads them: their readers would learn of it. One
 * that nobody has verified takes in no verified one, which would lose its deadlines and vanish from the public.
 */
function faultOf(target: MergeTarget, report: MergeableReport, now: Date): UnfitTarget | null {
  const lead = target.report;
  if (lead.id === report.id) return 'SAME_REPORT';
  if (lead.isSecret || report.isSecret) return 'SECRET';
  const isRecent = lead.state === 'CLOSED' && target.reopensUntil !== null && now <= target.reopensUntil;
  if (!OPEN_STATES.includes(lead.state) && !isRecent) return 'ENDED';
  return report.dispatchedAt && !lead.dispatchedAt ? 'NOT_VERIFIED' : null;
}
