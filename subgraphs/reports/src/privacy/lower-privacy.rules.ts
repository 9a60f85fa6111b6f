import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { type AcceptedAct, THE_REPORTER } from '../report/act.js';
import type { ReportState } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rule asks of a report. */
export interface SecretReport {
  readonly state: ReportState;
  readonly isSecret: boolean;
}

export type LoweringRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | { readonly kind: 'NotSecret' }
  | InvalidInput;

/**
 * T30: the reporter alone lifts secrecy, whoever asked for it. Nothing becomes public by it: an overseer looks at the
 * report and publishes it. Who is anonymous stays so, for what has been read cannot be unread.
 */
export function decideLoweredPrivacy(
  report: SecretReport,
  standing: Standing,
  confirm: boolean,
): Decision<AcceptedAct, LoweringRefusal> {
  const obstacle = obstacleToLowering(report, standing);
  if (obstacle) return refuse(obstacle);
  if (!confirm) return refuse({ kind: 'InvalidInput', field: 'confirm', reason: 'MALFORMED' });
  return accept({ act: 'LOWER_PRIVACY', actor: THE_REPORTER, fields: { isSecret: false } });
}

/** Why secrecy cannot be lifted now; null when it can. */
export function obstacleToLowering(
  { state, isSecret }: SecretReport,
  standing: Standing,
): LoweringRefusal | null {
  if (!permitOnReport('LOWER_PRIVACY', standing)) return { kind: 'NotAllowed' };
  if (!mayBeginIn('LOWER_PRIVACY', state)) return { kind: 'ReportNotInState', state };
  return isSecret ? null : { kind: 'NotSecret' };
}
