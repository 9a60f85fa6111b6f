import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, THE_REPORTER } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';
import type { Chance } from './chance.rules.js';

/** What the rule of appeal asks of a report. */
export interface ArchivedReport {
  readonly state: ReportState;
  readonly appealCount: number;
  readonly isBinding: boolean;
}

/** What the reporter says, and who looks again. */
export interface Appeal {
  readonly body: string;
  /** One level above the agency that archived the report. */
  readonly agencyAboveId: string;
}

export type AppealRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'NoAppealLeft' }
  | { readonly kind: 'AppealWindowOver' }
  | InvalidInput;

const BODY = { field: 'body', min: 10, max: 2_000 };

/**
 * T07: the reporter objects to the archiving. The report is verified anew one level up, by another officer than the one
 * who archived it; its time to verify begins anew. What was bound stays bound: setting it aside frees nobody.
 */
export function decideAppeal(
  report: ArchivedReport,
  standing: Standing,
  chance: Chance | null,
  appeal: Appeal,
  now: Date,
): Decision<AcceptedAct, AppealRefusal> {
  const obstacle = obstacleToAppeal(report, standing, chance, now);
  if (obstacle) return refuse(obstacle);
  const body = readText(appeal.body, BODY);
  if (!body.ok) return body;
  return accept({
    act: 'APPEAL',
    actor: THE_REPORTER,
    reason: body.value,
    fields: { appealCount: report.appealCount + 1, archiveReason: null, closedAt: null },
    disposition: { toAgencyId: appeal.agencyAboveId, isBinding: report.isBinding },
  });
}

/** Why an appeal cannot begin now; null when it can. */
export function obstacleToAppeal(
  report: ArchivedReport,
  standing: Standing,
  chance: Chance | null,
  now: Date,
): AppealRefusal | null {
  if (!permitOnReport('APPEAL', standing)) return { kind: 'NotAllowed' };
  if (!mayBeginIn('APPEAL', report.state)) return { kind: 'ReportNotInState', state: report.state };
  if (!chance || report.appealCount >= chance.times) return { kind: 'NoAppealLeft' };
  return now > chance.endsAt ? { kind: 'AppealWindowOver' } : null;
}
