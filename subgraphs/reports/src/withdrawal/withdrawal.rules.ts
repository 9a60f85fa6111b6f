import { permitOnReport } from '@satu-pintu/authorization';
import { accept, type Decision, type InvalidInput, readText, refuse } from '@satu-pintu/domain-kit';
import type { Standing } from '../hierarchy/standing.js';
import { WITHDRAWN_CONSENT } from '../oversight/consent.rules.js';
import { type AcceptedAct, THE_REPORTER } from '../report/act.js';
import type { OversightStage, ReportState, ReportType } from '../report/report-state.js';
import { mayBeginIn } from '../report/transitions.js';

/** What the rule of withdrawal asks of a report. */
export interface WithdrawableReport {
  readonly state: ReportState;
  readonly type: ReportType | null;
  readonly oversightStage: OversightStage | null;
}

/** What the reporter says when taking a report back. */
export interface Withdrawal {
  /** Said on purpose: it cannot be undone. */
  readonly confirm: boolean;
  readonly reason: string | null;
}

export type WithdrawalRefusal =
  | { readonly kind: 'NotAllowed' }
  | { readonly kind: 'ReportNotInState'; readonly state: ReportState }
  | InvalidInput;

const REASON = { field: 'reason', max: 2_000 };

/** Tells the holder of an oversight matter that the office may look into it without its reporter. */
const EX_OFFICIO = 'MAY_GO_ON_EX_OFFICIO';

/** T23: the reporter takes an open report back, for good and without having to say why. */
export function decideWithdrawal(
  report: WithdrawableReport,
  standing: Standing,
  withdrawal: Withdrawal,
  now: Date,
): Decision<AcceptedAct, WithdrawalRefusal> {
  if (!permitOnReport('WITHDRAW', standing)) return refuse({ kind: 'NotAllowed' });
  if (!mayBeginIn('WITHDRAW', report.state)) return refuse({ kind: 'ReportNotInState', state: report.state });
  if (!withdrawal.confirm) return refuse({ kind: 'InvalidInput', field: 'confirm', reason: 'MALFORMED' });
  const given = withdrawal.reason === null ? accept(null) : readText(withdrawal.reason, REASON);
  if (!given.ok) return given;
  const reasons = [report.type === 'COMPLAINT_OVERSIGHT' ? EX_OFFICIO : null, given.value];
  const reason = reasons.filter((each) => each !== null).join(': ');
  return accept({
    act: 'WITHDRAW',
    actor: THE_REPORTER,
    ...(reason !== '' && { reason }),
    // A consent that nobody has acted on goes with the report.
    fields: { closedAt: now, ...(report.oversightStage === 'CONSENTED' && WITHDRAWN_CONSENT) },
  });
}
