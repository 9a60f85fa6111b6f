import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, THE_REPORTER } from '../report/act.js';
import { actorFor } from '../report/actor-for.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { Chance } from './chance.rules.js';

/** What the rule of reopening asks of a report. */
export interface ClosedReport {
  readonly state: ReportState;
  readonly holderAgencyId: string;
  readonly reopenCount: number;
}

/** Why it is not over, and who works on it. */
export interface Reopening {
  readonly reason: string;
  /** The last holder, or the nearest active agency above it. */
  readonly agencyId: string;
}

export type ReopeningRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'NoReopeningLeft' }
  | { readonly kind: 'ReopenWindowOver' }
  | InvalidInput;

const REASON = { field: 'reason', min: 10, max: 2_000 };

/**
 * T24: a closed report is worked on again. The reporter has a number of reopenings, each within a window; the national
 * desk and the Ombudsman may at any time. What the closing said (when, why, how many stars) no longer holds.
 */
export function decideReopening(
  report: ClosedReport,
  standing: Standing,
  chance: Chance | null,
  reopening: Reopening,
  now: Date,
): Decision<AcceptedAct, ReopeningRefusal> {
  const obstacle = obstacleToReopening(report, standing, chance, now);
  if (obstacle) return refuse(obstacle);
  const actor = actorFor('REOPEN', standing);
  if (!actor) return refuse({ kind: 'NotAllowed' });
  const reason = readText(reopening.reason, REASON);
  if (!reason.ok) return reason;
  return accept({
    act: 'REOPEN',
    actor,
    reason: reason.value,
    fields: {
      closedAt: null,
      closeReason: null,
      rating: null,
      respondedAt: null,
      reopenCount: report.reopenCount + (actor === THE_REPORTER ? 1 : 0),
    },
    ...(reopening.agencyId !== report.holderAgencyId && { disposition: { toAgencyId: reopening.agencyId } }),
  });
}

/** Why a reopening cannot begin now; null when it can. */
export function obstacleToReopening(
  report: ClosedReport,
  standing: Standing,
  chance: Chance | null,
  now: Date,
): ReopeningRefusal | null {
  // An officer who filed the report is its reporter here: an office gives nobody more chances in an own matter.
  const actor = actorFor('REOPEN', standing);
  if (!actor) return { kind: 'NotAllowed' };
  if (!mayBeginIn('REOPEN', report.state)) return { kind: 'ReportNotInState', state: report.state };
  if (actor !== THE_REPORTER) return null;
  if (!chance || report.reopenCount >= chance.times) return { kind: 'NoReopeningLeft' };
  return now > chance.endsAt ? { kind: 'ReopenWindowOver' } : null;
}
