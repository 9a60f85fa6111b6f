import { type AcceptedAct, THE_SYSTEM } from '../report/act.js';
import { checkPrerequisites, type OverseeableReport, type OversightTerms } from './prerequisites.rules.js';

/** The way opens in the instant in which the reporter rejects an answer. */
export const ANSWER_REJECTED = 'ANSWER_REJECTED';

/** What opens the way to the Ombudsman: sixty working days, or an answer that the reporter does not accept. */
export type OversightGround = 'TIME_IS_OVER' | typeof ANSWER_REJECTED;

/**
 * T28: the way to the Ombudsman opens, once and for good; null where it is open. The reporter is offered it unless
 * something stands in the way that they cannot mend, which the report then explains to them.
 */
export function openingOfOversight(
  report: OverseeableReport,
  ground: OversightGround,
  terms: OversightTerms,
): AcceptedAct | null {
  if (report.oversightStage !== null) return null;
  const eligible = { ...report, oversightStage: 'ELIGIBLE' as const };
  const isBarred = checkPrerequisites(eligible, terms).some(({ verdict }) => verdict === 'UNMET');
  return {
    act: 'OVERSIGHT_ELIGIBLE',
    actor: THE_SYSTEM,
    reason: ground,
    fields: { oversightStage: isBarred ? 'ELIGIBLE' : 'OFFERED' },
  };
}
