import { mayLearnOfNotice } from '../deadlines/notice-sight.rules.js';
import { type Standing, takesPart } from '../hierarchy/standing.js';
import { OVERSIGHT_STAGES, type OversightStage } from '../report/report-state.js';
import type { Act } from '../report/transitions.js';

/** Acts that are known to whoever takes part: the reporter, the office and the Ombudsman. */
const WITHIN: readonly Act[] = ['OVERSIGHT_ELIGIBLE', 'OVERSIGHT_ACCEPT', 'OVERSIGHT_CONCLUDE'];

/** Acts by which the reporter turns to the Ombudsman: the office learns of it when the case is taken, and not before. */
const TO_THE_OMBUDSMAN: readonly Act[] = ['OVERSIGHT_CONSENT', 'OVERSIGHT_WITHDRAW_CONSENT'];

/** Whom the reporter does not want to turn to need not know it. */
const THE_REPORTERS_OWN: readonly Act[] = ['OVERSIGHT_DECLINE'];

/** Whether a viewer may know how far a report is on its way to the Ombudsman: who takes part in it. */
export function knowsOversight(standing: Standing): boolean {
  return takesPart(standing);
}

/** Whether a viewer may learn that an act was done; of all but a few, everybody who sees the report may. */
export function mayLearnOf(act: Act, standing: Standing): boolean {
  if (THE_REPORTERS_OWN.includes(act)) return standing.isReporter;
  if (TO_THE_OMBUDSMAN.includes(act)) return standing.isReporter || standing.ombudsman !== null;
  return (!WITHIN.includes(act) || knowsOversight(standing)) && mayLearnOfNotice(act, standing);
}

/** Has the reporter consented, and not taken it back? */
export function hasConsent({ oversightStage }: { readonly oversightStage: OversightStage | null }): boolean {
  return oversightStage === 'CONSENTED' || hasBeenTaken(oversightStage);
}

/**
 * The stage as a viewer may know it. What the reporter makes of the offer is theirs until it reaches the Ombudsman, and
 * then between the two until the case is taken: the reported office must not be able to press for another answer.
 */
export function shownStageOf(
  { oversightStage }: { readonly oversightStage: OversightStage | null },
  standing: Standing,
): OversightStage | null {
  if (oversightStage === null || !knowsOversight(standing)) return null;
  if (standing.isReporter || hasBeenTaken(oversightStage)) return oversightStage;
  return standing.ombudsman && oversightStage === 'CONSENTED' ? oversightStage : 'ELIGIBLE';
}

/** The stages that the Ombudsman asks for, as they are stored; before a consent all of them read ELIGIBLE. */
export function storedStagesOf(
  shown: readonly OversightStage[] | null | undefined,
): readonly OversightStage[] | null {
  if (!shown) return null;
  return OVERSIGHT_STAGES.filter((stage) =>
    shown.includes(hasConsent({ oversightStage: stage }) ? stage : 'ELIGIBLE'),
  );
}

function hasBeenTaken(stage: OversightStage | null): boolean {
  return stage === 'TRANSFERRED' || stage === 'CONCLUDED';
}
